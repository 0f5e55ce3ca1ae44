import type { BulkChange, EditLine } from "#lib/bulk/change.ts";
import type { Change, Contact, Values } from "#lib/contacts/contact.ts";
import type { Edit } from "#lib/contacts/edit.ts";
import { edited } from "#lib/contacts/edited.ts";
import { chosenOf } from "#lib/properties/options.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { chosenIn } from "#lib/properties/value.ts";

/** What a change does to one contact; `after` is null for one that is deleted. */
export type Plan = { is: "changed"; after: Contact | null } | { is: "unchanged" } | { is: "refused"; reason: string };

/** What the plan has to know beside the contact: the portal's properties, and who is in the list. */
export type Known = { set: Pick<PropertySet, "named">; members: ReadonlySet<number> };

export function planFor(change: BulkChange, contact: Contact, { set, members }: Known): Plan {
  switch (change.kind) {
    case "edit":
      return planOfEdit(change.lines, contact, set);
    case "join":
      return members.has(contact.id) ? { is: "unchanged" } : { is: "changed", after: contact };
    case "leave":
      return members.has(contact.id) ? { is: "changed", after: contact } : { is: "unchanged" };
    case "delete":
      return { is: "changed", after: null };
  }
}

function planOfEdit(lines: readonly EditLine[], before: Contact, set: Known["set"]): Plan {
  const read = edited(before, editOf(lines, before.values, set), set);
  if (!read.ok) return { is: "refused", reason: `${read.faults.map(({ message }) => message).join(". ")}.` };
  const after = read.value;
  const isSame = lines.every(({ property }) => valueOf(before, property) === valueOf(after, property));
  return isSame ? { is: "unchanged" } : { is: "changed", after };
}

/** What is typed over the values of one contact; a property that a line leaves alone is not in it. */
function editOf(lines: readonly EditLine[], values: Values, set: Known["set"]): Edit {
  const wanted = lines.map(({ property: name, way, value }): [string, string | undefined] => {
    const before = values[name] ?? "";
    const chosen = chosenOf(set.named(name) ?? { type: "text" }, before);
    switch (way) {
      case "set":
        return [name, value];
      case "fill":
        return [name, before === "" ? value : undefined];
      case "clear":
        return [name, ""];
      case "add":
        return [name, [...new Set([...chosen, ...chosenIn(value)])].join(";")];
      case "take":
        return [name, chosen.filter((each) => !chosenIn(value).includes(each)).join(";")];
    }
  });
  return Object.fromEntries(wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Whether the contact loses its place on a registration, which stays with the portal (events E19 and E21). */
export function leavesRegistration(before: Contact, after: Contact | null): boolean {
  return before.registrationId !== null && before.registrationId !== after?.registrationId;
}

/** What was asked for, as it stood and as it stands now: a line for each property, or one for the list or the contact. */
export function valuesBetween(change: BulkChange, before: Contact, plan: Plan): Change[] {
  const after = plan.is === "changed" ? plan.after : before;
  switch (change.kind) {
    case "edit":
      return namesIn(change.lines, before, after).map((name) => [
        name,
        valueOf(before, name),
        after === null ? "" : valueOf(after, name),
      ]);
    case "join":
      return [["list", plan.is === "changed" ? "no" : "yes", "yes"]];
    case "leave":
      return [["list", plan.is === "changed" ? "yes" : "no", "no"]];
    case "delete":
      return [["contact", "here", plan.is === "changed" ? "deleted" : "here"]];
  }
}

// What it was registered as is what the undoing puts back with its website.
const attachment = ["registration_id", "registration_message"];

function namesIn(lines: readonly EditLine[], before: Contact, after: Contact | null): string[] {
  const properties = lines.map(({ property }) => property);
  return leavesRegistration(before, after) ? [...properties, ...attachment] : properties;
}

function valueOf(contact: Contact, name: string): string {
  if (name === "registration_id") return contact.registrationId === null ? "" : String(contact.registrationId);
  if (name === "registration_message") return contact.message;
  return contact.values[name] ?? "";
}

/** What can be put back of an edit: the properties that still stand as it left them, and those that do not. */
export function putBackOf(values: readonly Change[], contact: Contact): { back: Values; since: string[] } {
  const written = values.filter(([name, before, after]) => before !== after && !attachment.includes(name));
  const isUntouched = ([name, , after]: Change) => valueOf(contact, name) === after;
  return {
    back: Object.fromEntries(written.filter(isUntouched).map(([name, before]) => [name, before])),
    since: written.filter((each) => !isUntouched(each)).map(([name]) => name),
  };
}

/** What an edited contact was registered as, where it lost its place; null for every other. */
export function attachedBefore(values: readonly Change[]): { registrationId: number; message: string } | null {
  const [id, message] = attachment.map((wanted) => values.find(([name]) => name === wanted)?.[1]);
  return id === undefined || message === undefined ? null : { registrationId: Number(id), message };
}
