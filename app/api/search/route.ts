import { reading } from "#lib/api/queries.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { arranged } from "#lib/lists/arranged.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { yes } from "#lib/result.ts";

const most = 6;

/** What of the portal answers to some words: its newest contacts, and its lists by name. */
export const GET = reading(
  async ({ actor, url }) => {
    const search = (url.searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 200).trim();
    if (search === "") return yes({ contacts: [], lists: [] });
    const sort = { by: "created", direction: "desc" } as const;
    const [page, lists] = await Promise.all([
      contactsPage(actor, { filter: { search }, sort, place: null, size: most }),
      listsOf(actor),
    ]);
    return yes({
      contacts: page.rows.map(({ id, name, email, company }) => ({ id, name, email, company })),
      lists: arranged(lists, { search, kind: "", folder: "" })
        .slice(0, most)
        .map(({ id, name, size }) => ({ id, name, size })),
    });
  },
  { roles: ["partner", "admin"] },
);
