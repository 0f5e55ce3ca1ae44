// One of many web processes: node asker.child.ts <portal> <forwards|backwards>
// It asks for its portal's contacts a few at a time, as clicks come, and prints for each: sent, answered (ns), receipt.
import { writeSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { closeStore, db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";

const [portalId = "0", order = "forwards"] = process.argv.slice(2);
const asker = { portalId: Number(portalId), name: "Asker" };
const rows = await db
  .select({ id: contact.id })
  .from(contact)
  .where(eq(contact.portalId, asker.portalId))
  .orderBy(asc(contact.id));
const ids = rows.map(({ id }) => id);
if (order === "backwards") ids.reverse();

async function askFor(id: number): Promise<void> {
  // Of all processes of the machine the same clock.
  const from = process.hrtime.bigint();
  const { receipts } = await transaction((tx) => requestRegistrations(tx, asker, { contactIds: [id] }));
  const to = process.hrtime.bigint();
  writeSync(1, `${from} ${to} ${receipts.get(id)}\n`);
}

const together = 4;
for (let at = 0; at < ids.length; at += together) await Promise.all(ids.slice(at, at + together).map(askFor));
await closeStore();
