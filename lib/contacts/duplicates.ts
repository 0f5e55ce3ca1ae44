import { emailLikeness, nameAndCompany } from "#lib/contacts/likeness.ts";

export type Kind = "email" | "name";

/** What contacts have in common that may be one. */
export type Likeness = { kind: Kind; key: string };

type Read = { name: string; email: string; emailKey: string; company: string };

/** The groups that a contact belongs to, if others read the same. */
export function likenessesOf(contact: Read): Likeness[] {
  const [email, name] = [emailLikeness(contact.emailKey), nameAndCompany(contact)];
  return [
    ...(email === "" ? [] : [{ kind: "email" as const, key: email }]),
    ...(name === "" ? [] : [{ kind: "name" as const, key: name }]),
  ];
}

/** Whether a contact, as it is by now, still reads like that. */
export function readsLike(contact: Read, { kind, key }: Likeness): boolean {
  return likenessesOf(contact).some((each) => each.kind === kind && each.key === key);
}

export const likenessInWords: Readonly<Record<Kind, string>> = {
  email: "The same e-mail, spelled differently",
  name: "The same name and company",
};
