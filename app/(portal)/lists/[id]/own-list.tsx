import { OwnListAsOf } from "#app/(portal)/lists/[id]/as-of.tsx";
import type { readerOf } from "#app/search-params.ts";
import { FillingNotice } from "#components/lists/filling-notice.tsx";
import { ListMoves } from "#components/lists/list-moves.tsx";
import { OwnListTools } from "#components/lists/own-list-tools.tsx";
import { TestContact } from "#components/lists/test-contact.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import type { ListRecord } from "#lib/lists/queries.ts";
import { movesOfList, testContact } from "#lib/lists/queries/members.ts";
import { listDone, listRefused } from "#lib/lists/sentences.ts";
import type { Actor } from "#lib/portals/actor.ts";

type Props = { actor: Actor; list: ListRecord; read: Awaited<ReturnType<typeof readerOf>> };

/** What stands over the members of a list of the portal's own: what can be done, why somebody is in it, and who was. */
export async function OwnListTop({ actor, list, read }: Props) {
  const asked = (read("test") ?? "").slice(0, 320).trim();
  const tested = asked === "" ? undefined : await testContact(actor, list.id, asked);
  return (
    <>
      <NoticeOfWord word={read("done")} sentences={listDone} />
      <NoticeOfWord word={read("problem")} sentences={listRefused} tone="danger" />
      <FillingNotice list={list} />
      <OwnListTools list={list} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <TestContact listId={list.id} asked={asked} tested={tested} />
        <OwnListAsOf actor={actor} list={list} asOf={read("asof")} />
      </div>
    </>
  );
}

/** And under them: who came and who went. */
export async function OwnListMoves({ actor, list }: Omit<Props, "read">) {
  return <ListMoves moves={await movesOfList(actor, list.id)} timeZone={actor.timeZone} />;
}
