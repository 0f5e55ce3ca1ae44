import { type MouseEvent, useRef, useState } from "react";
import { doneTo, readDoing, readDraft } from "#lib/lists/draft.ts";
import type { Field } from "#lib/lists/fields.ts";
import type { Group } from "#lib/lists/rule.ts";

type Kept = { turn: number; rule: Group; removed: number };

/**
 * The rule while it is made. A button does here at once what the server would do without JavaScript, so that nothing which is
 * typed meanwhile is lost. `turn` counts the answers of the server, whose rule then counts; `removed` what was taken out since.
 */
export function useRule(answered: Group, turn: number, fields: readonly Field[]) {
  const form = useRef<HTMLFormElement>(null);
  const [kept, setKept] = useState<Kept>({ turn, rule: answered, removed: 0 });
  const { rule, removed } = kept.turn === turn ? kept : { rule: answered, removed: 0 };

  function act(pressed: string): void {
    if (form.current === null) return;
    const doing = readDoing(pressed);
    const typed = readDraft(new FormData(form.current), rule).rule;
    const changed = doneTo(typed, doing, { all: fields, named: (name) => fields.find((each) => each.name === name) });
    setKept({ turn, rule: changed, removed: removed + (doing.does === "remove" ? 1 : 0) });
  }

  function press(event: MouseEvent<HTMLButtonElement>): void {
    event.preventDefault();
    act(event.currentTarget.value);
  }

  return { form, rule, removed, act, press };
}
