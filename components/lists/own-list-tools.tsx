import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Drop } from "#components/ui/drop.tsx";
import { Field } from "#components/ui/field.tsx";
import { archiveListAction, cloneListAction } from "#lib/lists/actions.ts";
import type { ListView } from "#lib/lists/queries.ts";

/** What can be done with a list of the portal's own. */
export function OwnListTools({ list: { id, name, archivedAt } }: { list: ListView }) {
  return (
    <div className="flex flex-wrap gap-2">
      {archivedAt === null ? <LinkButton href={`/lists/${id}/edit`}>Edit list</LinkButton> : null}
      <Drop label="Clone" variant="secondary">
        <form action={cloneListAction} className="flex flex-col gap-3 p-4">
          <input type="hidden" name="id" value={id} />
          <Field label="Name of the copy" name="name" defaultValue={`${name} (copy)`} maxLength={200} />
          <Button type="submit" variant="primary" className="self-start">
            Clone list
          </Button>
        </form>
      </Drop>
      <form action={archiveListAction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="archived" value={archivedAt === null ? "1" : "0"} />
        <Button type="submit" variant="quiet">
          {archivedAt === null ? "Archive" : "Put back"}
        </Button>
      </form>
    </div>
  );
}
