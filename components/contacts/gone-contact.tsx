import { RestoreButton } from "#components/contacts/restore-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { Deleted } from "#lib/contacts/queries/deleted-contacts.ts";
import { count, dateAndTime } from "#lib/words.ts";

/** At the address of a contact that was deleted, or that is a part of another one now. */
export function GoneContact({ gone, timeZone }: { gone: Deleted; timeZone: string }) {
  const { id, name, who, deletedAt, daysLeft, mergedInto } = gone;
  const shown = <bdi className="font-semibold">{name || "This contact"}</bdi>;
  const when = dateAndTime(deletedAt, timeZone);
  if (mergedInto !== null)
    return (
      <Empty
        level={1}
        title="Merged into another contact"
        action={<LinkButton href={`/contacts/${mergedInto}`}>Open the contact that stayed</LinkButton>}
      >
        {shown} became a part of another contact on {when}, by <bdi>{who}</bdi>.
      </Empty>
    );
  return (
    <Empty
      level={1}
      title="Deleted contact"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <RestoreButton contactId={id}>Restore this contact</RestoreButton>
          <LinkButton href="/contacts/deleted">All deleted contacts</LinkButton>
        </div>
      }
    >
      {shown} was deleted on {when}, by <bdi>{who}</bdi>. It can be restored for{" "}
      {count(daysLeft, "more day", "more days")}.
    </Empty>
  );
}
