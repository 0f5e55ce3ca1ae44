import type { ReviewAddress } from "#lib/review/address.ts";
import type { ReviewRecord } from "#lib/review/record.ts";
import { failedInWords } from "#lib/review/words.ts";

export type Group = { name: string; records: readonly ReviewRecord[] };

type Desk = { gone: ReadonlyMap<number, number>; skipped: readonly number[]; group: ReviewAddress["group"] };

/** What lies on the desk, group by group as the list shows it; whoever was skipped comes last, in the order of skipping. */
export function groupsOf(records: readonly ReviewRecord[], { gone, skipped, group }: Desk): Group[] {
  const here = records.filter(({ id, version }) => gone.get(id) !== version);
  const named = Map.groupBy(
    here.filter(({ id }) => !skipped.includes(id)),
    ({ failed, domain }) => (group === "reason" ? failedInWords(failed) : domain || "No domain"),
  );
  const later = skipped.flatMap((skippedId) => here.find(({ id }) => id === skippedId) ?? []);
  const groups = [...named].map(([name, members]) => ({ name, records: members }));
  return later.length === 0 ? groups : [...groups, { name: "Skipped", records: later }];
}
