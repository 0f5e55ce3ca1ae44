/** One of the answers of `restoreContacts`, as far as an address has to know it. */
type Answer = { contactId: number } & ({ ok: true } | { ok: false; no: string; by?: number });

/** What restoring came to, as the address of the page says it; `taken` has the e-mail of the one that was `refused`. */
export type RestoredAddress = { restored: number; kept: number; refused: number; taken: number };

/** The record of the one that was asked for, or the list of those that are still deleted. */
export function restoredAt(answers: readonly Answer[]): string {
  const [first] = answers;
  const kept = answers.filter(({ ok }) => !ok);
  if (answers.length === 1 && first?.ok === true) return `/contacts/${first.contactId}?saved=restored`;
  const taken = answers.find((each) => !each.ok && each.no === "email-taken");
  const by = taken === undefined || taken.ok ? 0 : (taken.by ?? 0);
  const parameters = new URLSearchParams({
    restored: String(answers.length - kept.length),
    kept: String(kept.length),
    ...(taken === undefined ? {} : { refused: String(taken.contactId), taken: String(by) }),
  });
  return `/contacts/deleted?${parameters.toString()}`;
}

/** Zeros for whatever cannot be read. */
export function readRestored(read: (name: string) => string | undefined): RestoredAddress {
  const whole = (name: string) => (/^\d{1,15}$/.test(read(name) ?? "") ? Number(read(name)) : 0);
  return { restored: whole("restored"), kept: whole("kept"), refused: whole("refused"), taken: whole("taken") };
}
