import { inkOfList, markOfList } from "#components/lists/list-mark.ts";
import { MarkShape } from "#components/registration/mark.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { invalidDataReasons, partnerLists } from "#lib/lists/partner-lists.ts";
import type { ListView } from "#lib/lists/queries.ts";
import type { WeekChange } from "#lib/lists/queries/members.ts";
import { count, figure } from "#lib/words.ts";

type Props = { list: ListView; vendor: string; week: WeekChange | undefined; words: string };

/** Name, size, and what membership means: of a partner list in the words of the seed's page 5, else its rule in plain words. */
export function ListHead({ list, vendor, week, words }: Props) {
  const { name, rule, size } = list;
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/lists">All lists</BackLink>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="flex items-center gap-2 text-2xl">
            {rule === "" ? null : <MarkShape kind={markOfList(rule)} className={`size-5 ${inkOfList[rule]}`} />}
            <bdi className="min-w-0 break-words">{name}</bdi>
          </h1>
          <p className="text-ink-2">
            {list.kind === "smart" ? "Smart list" : "Static list"}, {count(size, "contact")}
            {weekInWords(week)}
          </p>
        </div>
        {rule === "pending" || size === 0 ? null : (
          <LinkButton href={`/requests/new?all=1&list=${rule || list.id}`} prefetch={false}>
            Request registration for {count(size, "contact")}
          </LinkButton>
        )}
      </div>
      {words === "" ? null : <p className="max-w-prose text-ink-2">Contacts are in this list when {words}.</p>}
      <Definition list={list} vendor={vendor} />
    </header>
  );
}

/** ", 12 joined and 3 left in 7 days" */
function weekInWords({ joined, left }: WeekChange = { joined: 0, left: 0 }): string {
  const parts = [joined > 0 ? `${figure(joined)} joined` : "", left > 0 ? `${figure(left)} left` : ""].filter(Boolean);
  return parts.length === 0 ? "" : `, ${parts.join(" and ")} in 7 days`;
}

function Definition({ list, vendor }: { list: ListView; vendor: string }) {
  const known = partnerLists.find(({ rule }) => rule === list.rule);
  if (known === undefined) return null;
  return (
    <div className="max-w-prose text-ink-2">
      <p>{known.definition(vendor)}</p>
      {known.rule === "invalid-data" ? (
        <ul className="mt-2 list-disc pl-5">
          {invalidDataReasons(vendor).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
