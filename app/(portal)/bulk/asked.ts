import { backFrom } from "#app/(portal)/requests/new/asked.ts";
import { pairsOf, readerOfAll, type SearchParams } from "#app/search-params.ts";
import type { ReadAll } from "#lib/bulk/edit-form.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { type ContactSelection, readSelection } from "#lib/contacts/selection.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type Asked = {
  /** Null for nobody. */
  selection: ContactSelection | null;
  /** The parameters that say whom it means; the others are the form's own. */
  meant: [name: string, value: string][];
  read: ReadAll;
  /** Whether the dry run is asked for. */
  looked: boolean;
  /** The contacts from which the person came. */
  back: string;
  /** The same page, sent only when it is done: for browsers without JavaScript. */
  done: string;
  waits: boolean;
};

/** Whom a page of a bulk change means, and what its form was filled with, as the address says it. */
export async function askedIn(
  actor: Actor,
  searchParams: SearchParams,
  { path, isOwn }: { path: string; isOwn: (name: string) => boolean },
): Promise<Asked> {
  const [pairs, reader, newest] = await Promise.all([
    pairsOf(searchParams),
    readerOfAll(searchParams),
    newestContactId(actor),
  ]);
  const read: ReadAll = (name) => pairs.flatMap(([each, value]) => (each === name ? [value] : []));
  return {
    selection: readSelection(reader, newest),
    meant: pairs.filter(([name]) => !isOwn(name)),
    read,
    looked: read("look").length > 0,
    back: backFrom(reader),
    done: `${path}?${new URLSearchParams([...pairs, ["wait", "1"]])}`,
    waits: read("wait").length > 0,
  };
}
