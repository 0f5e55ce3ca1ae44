import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Field } from "#components/ui/field.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { ContactRow } from "#lib/contacts/queries/contacts-page.ts";

type Props = { survivorId: number; search: string; found: readonly ContactRow[] };

/** Whom to merge: those of the same domain or company first, others by search. A plain form, so that it needs no script. */
export function MergeCandidates({ survivorId, search, found }: Props) {
  return (
    <>
      <SearchForm search={search} />
      {found.length === 0 ? (
        <Empty title="No other contact matches">
          Search for the name, e-mail, company or website of the other one.
        </Empty>
      ) : (
        <Found survivorId={survivorId} found={found} />
      )}
    </>
  );
}

function SearchForm({ search }: { search: string }) {
  return (
    <form className="flex flex-wrap items-end gap-2">
      <Field
        label="Find the other contact"
        name="q"
        type="search"
        defaultValue={search}
        placeholder="Name, e-mail, company or website"
        className="min-w-64 flex-1"
      />
      <Button type="submit">Search</Button>
    </form>
  );
}

function Found({ survivorId, found }: Pick<Props, "survivorId" | "found">) {
  return (
    <Table label="Contacts to merge">
      <Thead>
        <Th>Name</Th>
        <Th>Email</Th>
        <Th>Company</Th>
        <Th>Merge</Th>
      </Thead>
      <Tbody>
        {found.map(({ id, name, email, company }) => (
          <Tr key={id}>
            <Td on="title">
              <bdi>{name || "No name"}</bdi>
            </Td>
            <Td>
              <bdi>{email}</bdi>
            </Td>
            <Td>
              <bdi>{company}</bdi>
            </Td>
            <Td>
              <LinkButton href={`/contacts/${survivorId}/merge?with=${id}`} size="small">
                Choose<span className="sr-only"> {name || email}</span>
              </LinkButton>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
