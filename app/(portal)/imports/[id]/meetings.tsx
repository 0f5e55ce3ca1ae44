import { MeetingsTable } from "#components/imports/meetings-table.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { readId } from "#lib/contacts/id.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import { meetingsOf } from "#lib/imports/queries/meetings.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";

type Shown = { actor: Actor; found: ImportView; set: PropertySet; read: (name: string) => string | undefined };

/** Rows whose e-mail is there already: in an earlier row, or as a contact of the portal. */
export async function Meetings({ actor, found, set, read }: Shown) {
  const after = readId(read("met"));
  const { lines, next } = await meetingsOf(actor, found, after);
  if (lines.length === 0) return null;
  const here = `/imports/${found.id}`;
  return (
    <Section title="Rows that meet others">
      <p className="max-w-prose text-ink-2">
        {found.existing === "fill"
          ? "Only what is empty is filled. "
          : "What stands there is struck through, what would come stands behind it. "}
        Of several rows with one e-mail the first one is the contact, and the others change it in their order.
      </p>
      <MeetingsTable meetings={lines} set={set} timeZone={actor.timeZone} />
      <Pagination
        label="Rows that meet others"
        newer={after === 0 ? undefined : here}
        older={next === null ? undefined : `${here}?met=${next}`}
        names={{ newer: "First", older: "Next" }}
      />
    </Section>
  );
}
