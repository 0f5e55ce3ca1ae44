import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Drop } from "#components/ui/drop.tsx";
import { Field } from "#components/ui/field.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { deleteViewAction, openWithAction, renameViewAction } from "#lib/views/actions.ts";
import { mayChange, pathOfView, type View } from "#lib/views/view.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { views: readonly View[]; role: string; timeZone: string };

/** The views that a person sees, and what may be done with each. */
export function ViewsTable({ views, role, timeZone }: Props) {
  return (
    <Table label="Views">
      <Thead>
        <Th>Name</Th>
        <Th>Who sees it</Th>
        <Th>Saved by</Th>
        <Th>Changed</Th>
        <Th>Contacts opens with</Th>
        <Th>
          <span className="sr-only">Change</span>
        </Th>
      </Thead>
      <Tbody>
        {views.map((view) => (
          <Tr key={view.id}>
            <Td on="title">
              <Link href={pathOfView(view)} prefetch={false} className="name">
                <bdi>{view.name}</bdi>
              </Link>
            </Td>
            <Td>{view.shared ? "Everybody in the portal" : "Only you"}</Td>
            <Td label="By">
              <bdi>{view.who}</bdi>
            </Td>
            <Td>{dateAndTime(view.changedAt, timeZone)}</Td>
            <Td>
              <OpensWith view={view} />
            </Td>
            <Td on="aside">{mayChange(view, role) ? <ChangeView view={view} /> : null}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Whether it is this one, and the button for the other answer. */
function OpensWith({ view: { id, name, opens } }: { view: View }) {
  return (
    <form action={openWithAction} className="flex items-center gap-2">
      <input type="hidden" name="id" value={opens ? "" : id} />
      {opens ? <span>This view</span> : null}
      <Button type="submit" variant="quiet" size="small" {...(!opens && { "aria-label": `Open with this: ${name}` })}>
        {opens ? "Open with all contacts" : "Open with this"}
      </Button>
    </form>
  );
}

function ChangeView({ view: { id, name, shared } }: { view: View }) {
  return (
    <Drop label="Change" name={`Change ${name}`} size="small" align="end">
      <div className="flex w-72 max-w-full flex-col divide-y divide-line">
        <form action={renameViewAction} className="flex flex-col gap-3 p-4">
          <input type="hidden" name="id" value={id} />
          <Field label="Name" name="name" defaultValue={name} maxLength={100} required />
          <Checkbox name="shared" value="1" label="Everybody in the portal sees it" defaultChecked={shared} />
          <Button type="submit" variant="primary" className="self-start">
            Save
          </Button>
        </form>
        <form action={deleteViewAction} className="p-4">
          <input type="hidden" name="id" value={id} />
          <Button type="submit" variant="danger">
            Delete view
          </Button>
        </form>
      </div>
    </Drop>
  );
}
