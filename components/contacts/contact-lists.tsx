import { markOfList } from "#components/lists/list-mark.ts";
import { Mark } from "#components/registration/mark.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { changeMembersAction } from "#lib/lists/actions.ts";
import { belongs } from "#lib/lists/partner-lists.ts";
import type { ListView } from "#lib/lists/queries.ts";
import type { ListOfContact } from "#lib/lists/queries/members.ts";

type Props = { contact: Contact; lists: readonly ListView[]; ownLists: readonly ListOfContact[] };

/** The lists that a contact is in, why, and the static ones that it may be added to: "+ Add/Remove from Lists" of page 1c. */
export function ContactLists({ contact, lists, ownLists }: Props) {
  const partner = lists.filter(({ rule }) => rule !== "" && belongs(rule, contact));
  return (
    <Card title="Lists">
      <div className="flex flex-col gap-4">
        {partner.length + ownLists.length === 0 ? (
          <p className="text-ink-2">In no list. A contact enters the partner lists once it was asked for.</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {partner.map(({ id, name, rule }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                {rule === "" ? null : <Mark kind={markOfList(rule)} />}
                <ToList id={id} name={name} />
              </li>
            ))}
            {ownLists.map(({ id, name, kind }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <ToList id={id} name={name} />
                {kind === "static" ? (
                  <Remove contactId={contact.id} listId={id} name={name} />
                ) : (
                  <LinkButton href={`/lists/${id}?test=${contact.id}`} size="small" prefetch={false}>
                    Why?
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
        )}
        <AddToList contactId={contact.id} lists={lists} ownLists={ownLists} />
      </div>
    </Card>
  );
}

function ToList({ id, name }: { id: number; name: string }) {
  return (
    <LinkButton href={`/lists/${id}`} variant="quiet" size="small" prefetch={false}>
      <bdi>{name}</bdi>
    </LinkButton>
  );
}

function Remove({ contactId, listId, name }: { contactId: number; listId: number; name: string }) {
  return (
    <form action={changeMembersAction}>
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="listId" value={listId} />
      <input type="hidden" name="join" value="0" />
      <Button type="submit" size="small" aria-label={`Remove from ${name}`}>
        Remove
      </Button>
    </form>
  );
}

function AddToList({ contactId, lists, ownLists }: Omit<Props, "contact"> & { contactId: number }) {
  const isIn = new Set(ownLists.map(({ id }) => id));
  const open = lists.filter(({ id, kind, archivedAt }) => kind === "static" && archivedAt === null && !isIn.has(id));
  if (open.length === 0) return null;
  return (
    <form action={changeMembersAction} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="join" value="1" />
      <FieldSelect label="Add to a static list" name="listId">
        {open.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FieldSelect>
      <Button type="submit">Add</Button>
    </form>
  );
}
