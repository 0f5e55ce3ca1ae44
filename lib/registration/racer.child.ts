// One of many programs that ask for the same domains at once: node racer.child.ts <portal> <forwards|backwards>
// It prints a line for every receipt that it was given, so that whoever kills it knows what was acknowledged.
import { writeSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { closeStore, db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { settle } from "#lib/registration/commands/settle.ts";

const [portalId = "0", order = "forwards"] = process.argv.slice(2);
const actor = {
  personId: "racer",
  name: "Racer",
  email: "racer@portal.example",
  role: "partner" as const,
  portalId: Number(portalId),
  portalName: "Racer",
  timeZone: "UTC",
};

const rows = await db
  .select({ id: contact.id })
  .from(contact)
  .where(eq(contact.portalId, actor.portalId))
  .orderBy(asc(contact.id));
const ids = rows.map(({ id }) => id);
const inOrder = order === "backwards" ? ids.toReversed() : ids;

// A few at a time, so that the others come in between.
const together = 10;
for (let at = 0; at < inOrder.length; at += together) {
  const contactIds = inOrder.slice(at, at + together);
  const { receipts } = await transaction((tx) => requestRegistrations(tx, actor, { contactIds }));
  writeSync(1, [...receipts.values()].map((receipt) => `${receipt}\n`).join(""));
  if (at % 100 === 90) await settle({});
}
await settle({});
await closeStore();
