import { Button } from "#components/ui/button.tsx";
import { restoreContactsAction } from "#lib/registration/actions/contacts.ts";

/** Brings one deleted contact back, in one press. */
export function RestoreButton({ contactId, children }: { contactId: number; children: string }) {
  return (
    <form action={restoreContactsAction}>
      <input type="hidden" name="only" value={contactId} />
      <Button type="submit">{children}</Button>
    </form>
  );
}
