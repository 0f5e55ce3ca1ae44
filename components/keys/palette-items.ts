import { contactsMenu, type Role } from "#components/frame/places.ts";

/** A line of the palette: it leads somewhere, and what is to be done is done there, where it can be seen. */
export type PaletteItem = { name: string; href: string; more?: string };

const forPartners: readonly PaletteItem[] = [
  { name: "Add New Contact", href: "/contacts/new" },
  { name: "Import contacts", href: "/imports" },
  { name: "Create new list", href: "/lists/new" },
  { name: "New folder", href: "/lists/folders/new" },
  { name: "Create form", href: "/forms/new" },
  { name: "Export all contacts", href: "/exports/new?all=1" },
  { name: "Restore deleted contacts", href: "/contacts/deleted" },
  { name: "Merge duplicates", href: "/contacts/duplicates" },
  { name: "Export unsubs and bounces", href: "/lists/unsubscribes" },
  { name: "Look a domain up", href: "/registration" },
];

const placesOfPartners: readonly PaletteItem[] = [
  ...contactsMenu,
  { name: "Requests", href: "/requests" },
  { name: "Bulk changes", href: "/bulk" },
  { name: "Exports", href: "/exports" },
  { name: "Domains", href: "/registration" },
  { name: "Expiring", href: "/expiring" },
  { name: "Dashboard", href: "/dashboard" },
  { name: "Notices", href: "/notices" },
  { name: "All Properties", href: "/settings/properties" },
  { name: "Keys", href: "/settings/keys" },
];

const placesOfVendor: readonly PaletteItem[] = [
  { name: "Sales database", href: "/domains" },
  { name: "Accounts", href: "/domains/accounts" },
  { name: "Transfers", href: "/domains/transfers" },
  { name: "Policy", href: "/policy" },
  { name: "Notices", href: "/notices" },
  { name: "Keys", href: "/settings/keys" },
];

/** What can be done with the contact at hand. */
function withContact(id: number): PaletteItem[] {
  return [
    { name: "Request registration for this contact", href: `/requests/new?ids=${id}` },
    { name: "Edit this contact’s properties", href: `/contacts/${id}?view=properties` },
    { name: "Lists of this contact", href: `/contacts/${id}?view=lists` },
    { name: "Property history of this contact", href: `/contacts/${id}?view=history` },
    { name: "Merge this contact with another one", href: `/contacts/${id}/merge` },
  ];
}

export function actionsFor(role: Role, contactId: number | undefined): PaletteItem[] {
  if (role === "channel-manager") return [];
  return [...(contactId === undefined ? [] : withContact(contactId)), ...forPartners];
}

export function placesFor(role: Role): PaletteItem[] {
  if (role === "channel-manager") return [...placesOfVendor];
  return role === "admin" ? [...placesOfPartners, { name: "Review", href: "/review" }] : [...placesOfPartners];
}

/** Every word that was typed begins a word of the name. */
export function named(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return items.filter(({ name }) => {
    const parts = name.toLowerCase().split(/[\s-]+/u);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}
