import type { FormState } from "#lib/forms/form.ts";

export const stateInWords: Readonly<Record<FormState, string>> = {
  draft: "Draft",
  live: "Live",
  archived: "Archived",
};
