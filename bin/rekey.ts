import { parseArgs } from "node:util";
import { closeStore } from "#db/client.ts";
import { planRekey, rekey } from "#lib/registration/commands/rekey.ts";
import type { Rekeyed } from "#lib/registration/rekey.ts";
import { count } from "#lib/words.ts";

// npm run rekey: what a new suffix list or new rules would change about the keys that are stored; nothing is changed. Then,
// after the collisions were settled by people: npm run rekey -- --apply --who "…" --reason "…"
const { values: asked } = parseArgs({
  allowPositionals: true,
  options: {
    apply: { type: "boolean", default: false },
    who: { type: "string", default: "" },
    reason: { type: "string", default: "" },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const { contacts, registrations, collisions } = await planRekey();
for (const each of registrations) say(`registration ${each.id} of ${holder(each)}: ${move(each)}`);
for (const each of contacts) say(`contact ${each.id} of ${holder(each)}: ${move(each)}`);
for (const { to, holders } of collisions)
  say(
    `COLLISION at ${to}: ${holders.map((each) => `${holder(each)} (registration ${each.id}, ${each.from})`).join(", ")}`,
  );
say(
  `${count(registrations.length, "registration")} and ${count(contacts.length, "contact")} read differently; ${count(collisions.length, "collision")}.`,
);

if (asked.apply && (asked.who.trim() === "" || asked.reason.trim() === "")) {
  process.stderr.write('Say who does it and why: npm run rekey -- --apply --who "…" --reason "…"\n');
  process.exitCode = 1;
} else if (asked.apply) {
  const done = await rekey(asked.who.trim(), asked.reason.trim());
  say(
    `Moved ${count(done.registrations, "registration")} and ${count(done.contacts, "contact")}; collisions were left as they are.`,
  );
}
await closeStore();

function holder({ portalId }: Rekeyed): string {
  return portalId === null ? "the vendor" : `Hub ID ${portalId}`;
}

function move({ from, to }: Rekeyed): string {
  return `${from} is read as ${to === "" ? "no domain" : to}`;
}
