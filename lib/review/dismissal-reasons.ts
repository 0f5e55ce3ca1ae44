/** Why a contact is put aside, each with its key on the keyboard. */
export const dismissalReasons = [
  { name: "no-lead", key: "1", label: "Not a lead" },
  { name: "not-known", key: "2", label: "Nobody knows it" },
  { name: "duplicate", key: "3", label: "Another contact is the same" },
  { name: "gone", key: "4", label: "No longer at the company" },
] as const;

export type DismissalReason = (typeof dismissalReasons)[number]["name"];

/** Put aside because it was mended, until it is decided anew. */
export const mendedReason = "mended";

export function dismissalInWords(reason: string): string {
  return dismissalReasons.find(({ name }) => name === reason)?.label ?? "Mended";
}
