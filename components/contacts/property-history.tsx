import Link from "next/link";
import { PutBackForms } from "#components/contacts/put-back-forms.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import type { HistoryLine } from "#lib/contacts/queries/contact-record.ts";
import { type RecordAddress, recordAddress } from "#lib/contacts/record-address.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import { dateAndTime } from "#lib/words.ts";

const sources = { person: "Person", import: "Import", form: "Form", api: "API", engine: "Sync", demo: "Demo" };

type Props = {
  contact: Contact;
  history: readonly HistoryLine[];
  address: RecordAddress;
  timeZone: string;
  set: PropertySet;
};

/** Every change of a property, newest first, with its source; an old value is put back as an ordinary edit. */
export function PropertyHistory(props: Props) {
  const { contact, history, address, set } = props;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg">
          Property History{address.property === "" ? "" : `: ${labelIn(set, address.property)}`}
        </h2>
        {address.property === "" ? null : (
          <LinkButton href={recordAddress(contact.id, { ...address, property: "" })} size="small">
            All properties
          </LinkButton>
        )}
      </div>
      {history.length === 0 ? (
        <Empty title="No changes yet">Every change of a property is kept here.</Empty>
      ) : (
        <PutBackForms contactId={contact.id} backTo={recordAddress(contact.id, address)}>
          <Changes {...props} />
        </PutBackForms>
      )}
    </>
  );
}

function Changes({ contact, history, address, timeZone, set }: Props) {
  return (
    <Table label="Property History">
      <Thead>
        <Th>Property</Th>
        <Th>Value</Th>
        <Th>When</Th>
      </Thead>
      <Tbody>
        {history.flatMap(({ id, at, source, who, changes }) =>
          changes.map((change) => (
            <Tr key={`${id} ${change[0]}`}>
              <Td on="title" className="align-top">
                <Link
                  href={recordAddress(contact.id, { ...address, property: change[0] })}
                  prefetch={false}
                  className="name"
                >
                  {labelIn(set, change[0])}
                </Link>
              </Td>
              <Td flow="prose" className="min-w-32 py-1 align-top max-sm:basis-full">
                <Value change={change} {...{ contact, timeZone, set }} />
              </Td>
              <Td className="py-1 align-top">
                {dateAndTime(at, timeZone)}
                <span className="block text-ink-3">
                  {sources[source]}: <bdi>{who}</bdi>
                </span>
              </Td>
            </Tr>
          )),
        )}
      </Tbody>
    </Table>
  );
}

type ValueProps = Pick<Props, "contact" | "timeZone" | "set"> & { change: HistoryLine["changes"][number] };

/** What it became, and what it was before with the way back to it. */
function Value({ change: [name, before, after], contact, timeZone, set }: ValueProps) {
  const property = set.named(name);
  const was = shownValue(property, before, timeZone);
  return (
    <>
      <bdi>{shownValue(property, after, timeZone) || "Blank"}</bdi>
      {before === "" ? null : (
        <span className="flex flex-wrap items-center gap-x-2 text-ink-3">
          <span>
            Before: <bdi>{was}</bdi>
          </span>
          {mayPutBack({ contact, set }, name, before) && (
            <Button type="submit" name={name} value={before} size="small">
              Put this back
              <span className="sr-only">
                {" "}
                {labelIn(set, name)} {was}
              </span>
            </Button>
          )}
        </span>
      )}
    </>
  );
}

/** What was blank is cleared by hand; what stands there already need not be put back. */
function mayPutBack({ contact, set }: Pick<Props, "contact" | "set">, property: string, before: string): boolean {
  const known = set.named(property);
  if (known === undefined || known.owned || known.archived || before === "") return false;
  return before !== (contact.values[property] ?? "");
}
