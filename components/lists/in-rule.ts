import type { MouseEvent } from "react";
import type { Field } from "#lib/lists/fields.ts";
import type { RuleFault } from "#lib/lists/rule.ts";

/** What every part of the form of a rule is handed. */
export type InRule = {
  fields: readonly Field[];
  faults: readonly RuleFault[];
  /** The lines that come now were added by a press, and not drawn by the server. */
  late: boolean;
  /** A button of the rule was pressed. */
  press: (event: MouseEvent<HTMLButtonElement>) => void;
  /** Another property or another question was chosen: the line is fitted to it. */
  refit: () => void;
};
