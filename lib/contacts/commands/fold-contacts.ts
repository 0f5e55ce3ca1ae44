import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { keeping } from "#db/ask.ts";
import { updateRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { foldedOf } from "#lib/contacts/contact.ts";
import { noMailOf } from "#lib/contacts/no-mail.ts";
import { enqueue } from "#lib/jobs/commands.ts";

// Another name each time that something more is made of the values.
const done = "contacts-folded-2";
const atOnce = 500;

/** Once at the start of the program: contacts from before get what is made of their values by now. */
export async function beginFolding(tx: Db): Promise<void> {
  const [known] = await tx.select().from(setting).where(eq(setting.name, done));
  if (known === undefined) await enqueue(tx, "fold-contacts", {}, { key: "fold-contacts" });
}

/** Some in each transaction, so that others come in between; done twice it changes nothing. */
export async function foldContacts(): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    after = await transaction((tx) => foldSome(tx, from));
  }
  await transaction(async (tx) => {
    await tx.insert(setting).values({ name: done, value: "1" }).onConflictDoNothing();
  });
}

/** Answers the last id, or null behind the last contact. */
async function foldSome(tx: Db, after: number): Promise<number | null> {
  const ids = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(gt(contact.id, after))
    .orderBy(asc(contact.id))
    .limit(atOnce);
  const last = ids.at(-1)?.id;
  if (last === undefined) return null;
  const rows = await keeping(
    tx
      .select()
      .from(contact)
      .where(and(gt(contact.id, after), lte(contact.id, last))),
    contact.id,
  );
  const some = rows.filter(
    ({ folded, noMail, values }) => Object.keys(folded).length === 0 || noMail !== noMailOf(values),
  );
  await updateRows(
    tx,
    contact,
    some.map((row) => ({ ...row, folded: foldedOf(row.values), noMail: noMailOf(row.values) })),
    some,
  );
  return last;
}
