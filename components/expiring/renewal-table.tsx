import Link from "next/link";
import { reasonOfRule } from "#components/requests/reasons.ts";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { PlannedRenewal } from "#lib/notices/queries/chosen.ts";
import type { Renewal } from "#lib/notices/renewal.ts";
import { count, longDay } from "#lib/words.ts";

// A page of thousands of rows says no more than one of hundreds.
const mostShown = 200;

/** Old and new last day of each domain, and why some keep theirs; those that can be mended come first. */
export function RenewalTable({ planned, vendor }: { planned: readonly PlannedRenewal[]; vendor: string }) {
  const order = planned.toSorted(
    (a, b) => Number(a.renewal.comes === "renewed") - Number(b.renewal.comes === "renewed"),
  );
  const left = order.length - mostShown;
  return (
    <>
      <Table label="Old and new dates">
        <Thead>
          <Th>Domain</Th>
          <Th>Expires now</Th>
          <Th>Expires then</Th>
          <Th>Asked through</Th>
        </Thead>
        <Tbody>
          {order.slice(0, mostShown).map(({ id, key, expires, renewal }) => (
            <Tr key={id}>
              <Td on="title">
                <bdi className="font-semibold">{key}</bdi>
              </Td>
              <Td label="Now">{longDay(expires)}</Td>
              <Td label="Then" flow="prose">
                <Then renewal={renewal} vendor={vendor} />
              </Td>
              <Td label="Through">
                <Through renewal={renewal} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {left > 0 ? <p className="text-sm text-ink-3">And {count(left, "more", "more")}.</p> : null}
    </>
  );
}

const unchanged = {
  always: "Stays: a full term from today would end no later.",
  window: "Stays: a registration is renewed in its last 60 days.",
  never: "Stays: registrations are not renewed before they end.",
};

function Then({ renewal, vendor }: { renewal: Renewal; vendor: string }) {
  switch (renewal.comes) {
    case "renewed":
      return <strong className="font-semibold text-registered">{longDay(renewal.expires)}</strong>;
    case "unchanged":
      return unchanged[renewal.why];
    case "waiting":
      return "A request waits for its answer already.";
    case "lacks-data":
      return (
        <span className="text-invalid">
          Cannot be asked for: {renewal.lacks.map((rule) => reasonOfRule(rule, vendor)).join("; ")}.
        </span>
      );
    case "nobody-to-ask-for":
      return (
        <span className="text-invalid">
          Cannot be asked for: no contact has this domain as its website.{" "}
          <Link href="/contacts/new" className="text-link underline">
            Add a contact
          </Link>
        </span>
      );
  }
}

function Through({ renewal }: { renewal: Renewal }) {
  if (!("contact" in renewal)) return null;
  const { id, name } = renewal.contact;
  return (
    <Link href={`/contacts/${id}`} prefetch={false} className="text-link hover:underline">
      <bdi>{name || "No name"}</bdi>
    </Link>
  );
}
