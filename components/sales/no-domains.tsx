import { LinkButton } from "#components/ui/link-button.tsx";
import type { Search } from "#components/sales/domain-search.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { SearchTerm } from "#lib/sales/search-term.ts";

/** Nothing was found: the domain is free, the search is too narrow, or there is nothing yet. */
export function NoDomains({ term, search }: { term: SearchTerm; search: Search }) {
  if (term.key !== null && search.show === "all")
    return (
      <Empty
        title={`${term.key} is free`}
        action={<LinkButton href={`/domains/${term.key}`}>Open {term.key}</LinkButton>}
      >
        Nobody holds it, and it is not on the not-pursued list.
      </Empty>
    );
  if (search.q === "" && search.show === "look-alikes")
    return (
      <Empty title="No look-alikes" action={<LinkButton href="/domains">Show all domains</LinkButton>}>
        Of the domains that are held now, none can be mistaken for another one.
      </Empty>
    );
  if (search.q !== "" || search.show !== "all")
    return (
      <Empty title="Nothing found" action={<LinkButton href="/domains">Show all domains</LinkButton>}>
        No domain begins so and stands as you chose.
      </Empty>
    );
  return (
    <Empty title="No domains yet" action={<LinkButton href="/domains/accounts">Load accounts</LinkButton>}>
      Here stands every domain that is pursued, held by a partner, or not pursued.
    </Empty>
  );
}
