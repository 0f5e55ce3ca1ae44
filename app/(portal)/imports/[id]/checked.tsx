import Link from "next/link";
import { Meetings } from "#app/(portal)/imports/[id]/meetings.tsx";
import { CheckResult } from "#components/imports/check-result.tsx";
import { MendForm } from "#components/imports/mend-form.tsx";
import { ProblemKinds } from "#components/imports/problem-kinds.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { readId } from "#lib/contacts/id.ts";
import { linesByRow, linesByValue } from "#lib/imports/mend-lines.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import { failingRows, problemsOf, repairsMade } from "#lib/imports/queries/findings.ts";
import { checkRefused } from "#lib/imports/sentences.ts";
import { mostListed } from "#lib/imports/tally.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { figure } from "#lib/words.ts";

type Shown = { actor: Actor; found: ImportView; set: PropertySet; read: (name: string) => string | undefined };

/** What a check has found: the counts, the problems by kind, and fields to mend them. */
export async function Checked({ actor, found, set, read }: Shown) {
  const problems = found.tally?.problems ?? [];
  return (
    <>
      <NoticeOfWord word={read("refused")} sentences={checkRefused} tone="danger" />
      <CheckResult found={found} repairs={await repairsMade(found.id)} />
      {problems.length === 0 ? null : (
        <>
          <Section title="Problems by kind">
            <ProblemKinds found={found} problems={problems} set={set} />
          </Section>
          <Mending found={found} set={set} read={read} />
        </>
      )}
      <Meetings actor={actor} found={found} set={set} read={read} />
    </>
  );
}

async function Mending({ found, set, read }: Omit<Shown, "actor">) {
  const by = read("by") === "row" ? "row" : "value";
  const after = readId(read("after"));
  const here = `/imports/${found.id}`;
  const isMore = (found.tally?.failed ?? 0) > mostListed;
  const page =
    by === "row"
      ? await failingRows(found, set, after).then(({ lines, next }) => ({ lines: linesByRow(found, set, lines), next }))
      : await problemsOf(found, after).then(({ lines, next }) => ({ lines: linesByValue(found, set, lines), next }));
  return (
    <Section title={by === "value" ? "Mend by value" : "Mend row by row"}>
      <p className="max-w-prose text-ink-2">
        {by === "value"
          ? "What you put in stands wherever the column has that value. The file itself stays as it came. "
          : "What you put in stands in that row alone. The file itself stays as it came. "}
        <Link href={by === "value" ? `${here}?by=row` : here} className="text-link underline" prefetch={false}>
          {by === "value" ? "Mend row by row" : "Mend by value"}
        </Link>
      </p>
      <MendForm key={`${by} ${after}`} importId={found.id} by={by} lines={page.lines} />
      <Pagination
        label="Values to mend"
        summary={
          isMore ? `The first ${figure(mostListed)} are listed; the next ones come once these are mended.` : null
        }
        newer={after === 0 ? undefined : `${here}?by=${by}`}
        older={page.next === null ? undefined : `${here}?by=${by}&after=${page.next}`}
        names={{ newer: "First", older: "Next" }}
      />
    </Section>
  );
}
