// What makes two contacts look like one: how an e-mail, a name and a company read once their spelling is taken off.

/** "jill+news@googlemail.com" reads as "jill@gmail.com"; the key is in lower case already. */
export function emailLikeness(emailKey: string): string {
  const at = emailKey.lastIndexOf("@");
  if (at < 0) return emailKey;
  const [local, domain] = [emailKey.slice(0, at), emailKey.slice(at + 1)];
  const tag = local.indexOf("+");
  return `${tag > 0 ? local.slice(0, tag) : local}@${domain === "googlemail.com" ? "gmail.com" : domain}`;
}

/** "José  O’Connor" reads as "jose o connor". */
export function nameLikeness(name: string): string {
  return wordsOf(name).join(" ");
}

/** "Acmé, Inc." reads as "acme"; a company that is called nothing but a legal form keeps it. */
export function companyLikeness(company: string): string {
  // "S.A." is one word.
  const words = wordsOf(company.replaceAll(".", ""));
  const last = words.findLastIndex((word) => !legalForms.has(word));
  return words.slice(0, last < 0 ? words.length : last + 1).join(" ");
}

type Named = { name: string; email: string; company: string };

/** How name and company read together; '' where one of them is missing, since either alone says little. */
export function nameAndCompany({ name, email, company }: Named): string {
  // Whoever has no name is called by the e-mail.
  const [person, firm] = [name === email ? "" : nameLikeness(name), companyLikeness(company)];
  return person === "" || firm === "" ? "" : `${person}\n${firm}`;
}

// Letters that are no letter with an accent.
const letters = new Map("ßss øo łl đd ðd þth æae œoe ıi".split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]));

function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[ßøłđðþæœı]/g, (letter) => letters.get(letter) ?? letter);
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

const legalForms = new Set(
  (
    "inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag kg ohg ug mbh se sa sas sarl srl spa " +
    "bv nv oy oyj ab as aps pty pte kk sl and und et"
  ).split(" "),
);
