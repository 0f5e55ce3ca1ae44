import { readReviewAddress, type ReviewAddress } from "#lib/review/address.ts";

/** What a plain form of the queue says, not yet checked: the verb, the contact, and fields by the names of properties. */
export function readVerdict(form: FormData): unknown {
  const verb = textOf(form, "verb");
  const contactId = Number(textOf(form, "contactId"));
  switch (verb) {
    case "dismiss":
      return { verb, contactId, reason: textOf(form, "reason") };
    case "undo":
      return { verb, mendings: textOf(form, "mendings").split(" ").map(Number) };
    default:
      return { verb, contacts: [{ id: contactId, version: Number(textOf(form, "version")), values: valuesIn(form) }] };
  }
}

const prefix = "value:";

/** The name under which a form carries the value of a property. */
export function fieldOf(property: string): string {
  return `${prefix}${property}`;
}

/** The values that a form carries, by property. */
export function valuesIn(form: FormData): Record<string, string> {
  const names = [...form.keys()].filter((name) => name.startsWith(prefix));
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), textOf(form, name)]));
}

/** Where in the queue the form stood. */
export function addressIn(form: FormData): ReviewAddress {
  const parameters = new URLSearchParams(textOf(form, "address"));
  return readReviewAddress((name) => parameters.get(name) ?? undefined);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
