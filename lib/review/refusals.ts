import type { EditFault } from "#lib/contacts/edit.ts";

export type Refusal =
  | "contact-not-found"
  | "not-waiting"
  | "changed-since"
  | "email-taken"
  | "capacity-reached"
  | "cooling-down"
  | "too-late"
  | "undone"
  | "registered-since";

export function refusalInWords(no: Refusal): string {
  return sentences[no];
}

export function stillMissing(labels: readonly string[]): string {
  return `Still to mend: ${labels.join(", ")}. Nothing was saved. Fill it in, or dismiss the contact with a reason.`;
}

export function faultsInWords(faults: readonly EditFault[]): string {
  return faults.map(({ message }) => message).join(" ");
}

const sentences: Readonly<Record<Refusal, string>> = {
  "contact-not-found": "This contact is no longer here. Someone may have deleted it.",
  "not-waiting": "This contact needs no verdict any more. Someone else may have been faster.",
  "changed-since": "This contact has changed since you saw it. Reload the page, and look again.",
  "email-taken": "Another contact of this portal has that e-mail. Nothing was saved.",
  "capacity-reached":
    "Your portal may hold no more domains now, so registration cannot be requested. Nothing was saved.",
  "cooling-down":
    "This domain was yours until lately, and has to rest before it is asked for again. Nothing was saved.",
  "too-late": "This was more than 24 hours ago, and can be undone no more. Change it on the contact's page.",
  undone: "This was undone already.",
  "registered-since":
    "It is registered by now, and another website would take it off. Change it on the contact's page.",
};
