import { markOfList } from "#components/lists/list-mark.ts";
import { Mark } from "#components/registration/mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { saveListsAction } from "#lib/lists/actions.ts";
import { belongs } from "#lib/lists/partner-lists.ts";
import type { ListView } from "#lib/lists/queries.ts";
import type { ListOfContact } from "#lib/lists/queries/members.ts";

type Props = { contact: Contact; lists: readonly ListView[]; ownLists: readonly ListOfContact[] };

/** "+ Add/Remove from Lists" of page 1c: the static lists to tick, and the smart ones with the way to why. */
export function ContactLists({ contact, lists, ownLists }: Props) {
  const partner = lists.filter(({ rule }) => rule !== "" && belongs(rule, contact));
  const smart = ownLists.filter(({ kind }) => kind === "smart");
  return (
    <>
      <StaticLists contactId={contact.id} lists={lists} ownLists={ownLists} />
      <Card title="Smart lists">
        {partner.length + smart.length === 0 ? (
          <p className="text-ink-2">In no smart list. A contact enters the partner lists once it was asked for.</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {partner.map(({ id, name, rule }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                {rule === "" ? null : <Mark kind={markOfList(rule)} />}
                <ToList id={id} name={name} />
              </li>
            ))}
            {smart.map(({ id, name }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <ToList id={id} name={name} />
                <LinkButton href={`/lists/${id}?test=${contact.id}`} size="small" prefetch={false}>
                  Why?
                </LinkButton>
              </li>
            ))}
          </ul>
        )}
        <p className="mt-4 text-sm text-ink-3">
          A contact joins and leaves a smart list by itself, as soon as its rule says so.
        </p>
      </Card>
    </>
  );
}

function ToList({ id, name }: { id: number; name: string }) {
  return (
    <LinkButton href={`/lists/${id}`} variant="quiet" size="small" prefetch={false}>
      <bdi>{name}</bdi>
    </LinkButton>
  );
}

/** One form for all of them: a list that somebody makes in between is not shown, and left as it is. */
function StaticLists({ contactId, lists, ownLists }: Omit<Props, "contact"> & { contactId: number }) {
  const isIn = new Set(ownLists.map(({ id }) => id));
  const open = lists.filter(({ kind, archivedAt }) => kind === "static" && archivedAt === null);
  const first = <LinkButton href="/lists/new">Create new list</LinkButton>;
  return (
    <Card title="Static lists" actions={first}>
      {open.length === 0 ? (
        <p className="text-ink-2">There is no static list yet. Whoever makes one puts contacts into it here.</p>
      ) : (
        <form action={saveListsAction} className="flex flex-col items-start gap-3">
          <input type="hidden" name="contactId" value={contactId} />
          <fieldset className="grid w-full gap-x-6 gap-y-1 sm:grid-cols-2">
            <legend className="sr-only">Static lists of this contact</legend>
            {open.map(({ id, name }) => (
              <div key={`${id} ${isIn.has(id)}`} className="min-w-0">
                <input type="hidden" name="shown" value={id} />
                <Checkbox name="ticked" value={id} defaultChecked={isIn.has(id)} label={<bdi>{name}</bdi>} />
              </div>
            ))}
          </fieldset>
          <Button type="submit">Save lists</Button>
        </form>
      )}
    </Card>
  );
}
