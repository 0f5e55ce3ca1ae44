import type { Metadata } from "next";
import { LinkButton } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { listsOf } from "#lib/lists/queries.ts";
import { requireAdmin } from "#lib/portals/queries.ts";
import { count, figure } from "#lib/words.ts";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage() {
  const lists = await listsOf(await requireAdmin());
  const invalid = lists.find(({ rule }) => rule === "invalid-data");
  const size = invalid?.size ?? 0;

  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Review</h1>
      <p className="text-lg">{figure(size)} left</p>
      {invalid === undefined || size === 0 ? (
        <Empty title="Nothing to review">Contacts with invalid data come here. There are none.</Empty>
      ) : (
        <Empty
          title="One after the other, soon"
          action={
            <LinkButton href={`/lists/${invalid.id}`}>Open {count(size, "contact")} with invalid data</LinkButton>
          }
        >
          Here you will mend invalid data contact by contact, with a suggestion beside each field. Until then, open the
          list: each contact says what to mend.
        </Empty>
      )}
    </div>
  );
}
