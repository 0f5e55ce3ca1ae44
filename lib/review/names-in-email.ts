type Name = { firstname: string; lastname: string };

/**
 * The name that is missing, where the e-mail is made of two names and the other one is the name that is there: "Stroman" for
 * Tobin of tobin.stroman@…; '' where the address does not say so plainly.
 */
export function nameInEmail(missing: keyof Name, email: string, { firstname, lastname }: Name): string {
  const parts = email.slice(0, Math.max(0, email.indexOf("@"))).split(/[._-]/);
  const [first = "", last = ""] = parts;
  if (parts.length !== 2 || !asName.test(first) || !asName.test(last)) return "";
  if (missing === "firstname") return plain(lastname) === plain(last) ? capitalised(first) : "";
  return plain(firstname) === plain(first) ? capitalised(last) : "";
}

const asName = /^\p{L}{2,}$/u;

/** As names stand in an address: small letters without accents, nothing else. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, "");
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
