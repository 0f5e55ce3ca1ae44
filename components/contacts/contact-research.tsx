import { Drop } from "#components/ui/drop.tsx";
import { inSalesforce } from "#lib/contacts/settings.ts";

type Props = { name: string; company: string; salesforceId: string; salesforce: string };

/** "Contact Research" of the seed's page 1c, but for the public URL: what leads out of Dibs. */
export function ContactResearch({ name, company, salesforceId, salesforce }: Props) {
  const words = encodeURIComponent([name, company].filter(Boolean).join(" "));
  const found = inSalesforce(salesforce, salesforceId);
  return (
    <>
      <li>
        <Outside href={`https://www.google.com/search?q=${words}`}>Search in Google</Outside>
      </li>
      <li>
        {found.at === "there" ? (
          <Outside href={found.href}>View in Salesforce</Outside>
        ) : (
          <Drop label="View in Salesforce" className={look}>
            <p className="max-w-72 px-4 py-3 text-sm text-ink-2">{missing[found.at]}</p>
          </Drop>
        )}
      </li>
    </>
  );
}

const missing = {
  "no-address": "Nobody has said where your Salesforce is. An admin sets its address under Contacts Settings.",
  "no-id": "This contact has no Salesforce ID. Fill it under Properties, in the group Salesforce.",
};

const look =
  "flex min-h-7 w-full items-center rounded-sm px-2 text-left text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11";

/** Where it leads learns nothing of where it came from. */
function Outside({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} rel="noreferrer" className={look}>
      {children}
    </a>
  );
}
