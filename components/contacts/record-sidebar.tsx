import Link from "next/link";
import { ContactResearch } from "#components/contacts/contact-research.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import type { RecordViewName } from "#lib/contacts/record-address.ts";
import type { PropertyGroup } from "#lib/properties/registry.ts";

type Props = {
  contact: Contact;
  settings: { salesforce: string };
  view: RecordViewName;
  group: string;
  set: { groups: readonly PropertyGroup[] };
};

const views: readonly { view: RecordViewName; label: string }[] = [
  { view: "overview", label: "Overview" },
  { view: "properties", label: "Properties" },
  { view: "account", label: "Account" },
  { view: "lists", label: "Lists" },
  { view: "history", label: "Property History" },
  { view: "workflows", label: "Workflows" },
];

/** The sidebar of the seed's pages 1c and 1d. */
export function RecordSidebar({ contact, settings: { salesforce }, view, group, set: { groups } }: Props) {
  const { id: contactId, name, company, values } = contact;
  return (
    <nav aria-label="Contact" className="flex flex-col gap-4 text-sm">
      <ul className="flex flex-col">
        {views.map((each) => (
          <li key={each.view}>
            <Item href={`/contacts/${contactId}?view=${each.view}`} current={view === each.view && group === ""}>
              {each.label}
            </Item>
            {each.view === "properties" && view === "properties" ? (
              <Groups contactId={contactId} group={group} groups={groups} />
            ) : null}
          </li>
        ))}
      </ul>
      <div>
        <p className="px-2 text-xs font-semibold text-ink-3">Contact Research</p>
        <ul>
          <ContactResearch {...{ name, company, salesforce }} salesforceId={values["salesforce_id"] ?? ""} />
          <li>
            <Item href={`/contacts/${contactId}?view=public`} current={view === "public"}>
              Public Contact URL
            </Item>
          </li>
        </ul>
      </div>
      <Item href={`/contacts/${contactId}/merge`} current={false}>
        Merge with another contact
      </Item>
      <Item href="/settings" current={false}>
        Contacts Settings
      </Item>
    </nav>
  );
}

function Groups({ contactId, group, groups }: Pick<Props, "group"> & Props["set"] & { contactId: number }) {
  return (
    <ul className="ml-3 border-l border-line pl-1">
      {groups.map(({ name, label }) => (
        <li key={name}>
          <Item href={`/contacts/${contactId}?view=properties&group=${name}`} current={group === name}>
            {label}
          </Item>
        </li>
      ))}
    </ul>
  );
}

function Item({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      {...(current && { "aria-current": "page" })}
      className="flex min-h-7 items-center rounded-sm px-2 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-selection aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  );
}
