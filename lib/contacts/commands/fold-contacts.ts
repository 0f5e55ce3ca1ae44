import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockRows, updateRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { foldedOf } from "#lib/contacts/contact.ts";
import { enqueue } from "#lib/jobs/commands.ts";

const done = "contacts-folded";
const atOnce = 500;

/** Once at the start of the program: contacts from before rules could ask them get what rules compare. */
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
  await lockRows(
    tx,
    contact,
    ids.map(({ id }) => id),
  );
  const rows = await tx
    .select()
    .from(contact)
    .where(and(gt(contact.id, after), lte(contact.id, last)));
  const some = rows.filter(({ folded }) => Object.keys(folded).length === 0);
  await updateRows(
    tx,
    contact,
    some.map((row) => ({ ...row, folded: foldedOf(row.values) })),
    some,
  );
  return last;
}
