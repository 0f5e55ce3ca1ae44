export type Role = "partner" | "admin" | "channel-manager";

/** The seed's Contacts menu, word for word. */
export const contactsMenu = [
  { name: "Contacts Home", href: "/contacts" },
  { name: "Prospects", href: "/prospects" },
  { name: "Lists", href: "/lists" },
  { name: "Workflows", href: "/workflows" },
  { name: "Forms", href: "/forms" },
  { name: "Imports", href: "/imports" },
  { name: "Contacts Settings", href: "/settings" },
];

/** Where a person starts, and what the search at the top looks through. */
export function homeOf(role: Role) {
  return role === "channel-manager"
    ? { href: "/domains", search: "Search domains" }
    : { href: "/contacts", search: "Search contacts" };
}
