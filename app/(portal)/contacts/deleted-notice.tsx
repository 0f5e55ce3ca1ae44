import { RestoreButton } from "#components/contacts/restore-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { readId } from "#lib/contacts/id.ts";
import { deletedContact } from "#lib/contacts/queries/deleted-contacts.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** After a deletion, with the way back; nothing where the address names no contact that can be restored. */
export async function DeletedNotice({ actor, deleted }: { actor: Actor; deleted: string | undefined }) {
  const gone = await deletedContact(actor, readId(deleted));
  if (gone === undefined || gone.mergedInto !== null) return null;
  return (
    <Notice
      tone="success"
      title={
        <>
          Deleted <bdi>{gone.name || "the contact"}</bdi>.
        </>
      }
      action={<RestoreButton contactId={gone.id}>Undo</RestoreButton>}
    >
      It can be restored for 90 days.
    </Notice>
  );
}
