import { JustMerged, UndoMerges } from "#components/contacts/undo-merge.tsx";
import { LooksLike } from "#components/contacts/looks-like.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { looksLike } from "#lib/contacts/queries/duplicates.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { undoableMerges } from "#lib/registration/queries/merges.ts";

type Props = { actor: Actor; contact: Contact; saved: string | undefined };

/** What became a part of this contact lately, and what may be the same as it. */
export async function RecordEndings({ actor, contact, saved }: Props) {
  const [merges, alike] = await Promise.all([undoableMerges(actor, contact.id), looksLike(actor, contact)]);
  const [newest, ...earlier] = merges;
  const isNew = saved === "merged";
  return (
    <>
      {isNew ? <JustMerged contactId={contact.id} merge={newest?.id} /> : null}
      <UndoMerges contactId={contact.id} merges={isNew ? earlier : merges} timeZone={actor.timeZone} />
      <LooksLike contactId={contact.id} alike={alike} />
    </>
  );
}
