import { ViewsMenu } from "#components/views/views-menu.tsx";
import { type Address, spellAddress } from "#lib/contacts/address.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { viewsOf } from "#lib/views/queries.ts";
import { keptAddress, mayChange } from "#lib/views/view.ts";

/** The views, and the one that was opened. Somebody else's own view in an address is no view: the table says it all anyway. */
export async function ViewsOfPage({ actor, address }: { actor: Actor; address: Address }) {
  const views = await viewsOf(actor);
  const view = views.find(({ id }) => id === address.view);
  const isChanged = view !== undefined && keptAddress(spellAddress(address)) !== view.address;
  const opened = view === undefined ? null : { view, isChanged, mayChange: mayChange(view, actor.role) };
  return <ViewsMenu views={views} opened={opened} />;
}
