/** [contact id, property, before, after]. Two names stand for what is no property: a request by hand, and a dismissal. */
export type MendingChange = readonly [contactId: number, property: string, before: string, after: string];

export const requestedByHand = "registration_action";
export const dismissed = "review";

/** For so long a verdict can be undone. */
export const undoableMs = 24 * 60 * 60 * 1000;

/** Whether a change wrote a value that can be written back. */
export function isValue([, property]: MendingChange): boolean {
  return property !== requestedByHand && property !== dismissed;
}
