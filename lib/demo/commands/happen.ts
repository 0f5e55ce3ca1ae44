import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { contact } from "#db/schema/contacts.ts";
import { recordConversion } from "#lib/contacts/commands/record-conversion.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { workThrough } from "#lib/demo/commands/engine.ts";
import type { Cast } from "#lib/demo/commands/set-up-portals.ts";
import type { Happening } from "#lib/demo/happening.ts";
import { countVisit } from "#lib/forms/commands/count-visit.ts";
import { createForm, moveForm } from "#lib/forms/commands/own-forms.ts";
import { submitForm } from "#lib/forms/commands/submit-form.ts";
import { shownForm } from "#lib/forms/queries/visited.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { vendorHubId } from "#lib/portals/commands/first-admin.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { excludeDomain } from "#lib/sales/commands/not-pursued.ts";

type Of<Kind extends Happening["is"]> = Extract<Happening, { is: Kind }>;

/** Lets one thing of the story happen through the program's own doors, and the worker do what follows from it. */
export async function happen(tx: Db, cast: Cast, happening: Happening): Promise<void> {
  switch (happening.is) {
    case "arrival":
      return arrive(tx, happening);
    case "requests":
      return request(tx, cast, happening);
    case "edit":
      return edit(tx, cast, happening);
    case "pursuits":
      for (const each of happening.pursuits) await startPursuit(tx, actorOf(cast, vendorHubId), each);
      return workThrough(tx);
    case "pursuit-end":
      await endPursuit(tx, actorOf(cast, vendorHubId), happening);
      return;
    case "exclusions":
      for (const each of happening.exclusions) await excludeDomain(tx, actorOf(cast, vendorHubId), each);
      return;
    case "form":
      return publishForm(tx, cast, happening);
    case "pause":
      return pauseSync(tx, actorOf(cast, vendorHubId), { portalId: happening.portalId, paused: true });
  }
}

async function arrive(tx: Db, { at, portalId, trigger, contacts, submissions }: Of<"arrival">): Promise<void> {
  const ids = await newIds(tx, contacts.length);
  const arrivals = contacts.map((values, place) => ({
    before: null,
    after: { ...newContact({ id: ids[place] ?? 0, portalId, values, createdAt: at }), trigger },
  }));
  await storeContacts(tx, { source: "demo", who: "Demo", at }, arrivals);
  for (const each of submissions) await recordConversion(tx, portalId, each);
  await workThrough(tx, portalId);
}

async function request(tx: Db, cast: Cast, { portalId, emails }: Of<"requests">): Promise<void> {
  const asked = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.emailKey, [...emails])));
  const contactIds = asked.map(({ id }) => id).toSorted((one, other) => one - other);
  await requestRegistrations(tx, actorOf(cast, portalId), { contactIds });
  await workThrough(tx);
}

async function edit(tx: Db, cast: Cast, { portalId, name, values }: Of<"edit">): Promise<void> {
  const [found] = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), eq(contact.name, name)));
  if (found === undefined) throw new Error(`The demo has no ${name}.`);
  await saveProperties(tx, actorOf(cast, portalId), { contactId: found.id, values });
}

/** A form is published, seen, and sent by these. */
async function publishForm(tx: Db, cast: Cast, { portalId, design, visits, sent }: Of<"form">): Promise<void> {
  const actor = actorOf(cast, portalId);
  const made = await createForm(tx, actor, design);
  if (!made.ok) throw new Error(`The demo's form was refused: ${made.no}.`);
  const { id } = made.value;
  await moveForm(tx, actor, { id, state: "live" });
  const form = await shownForm(tx, { portalId, id });
  if (form === undefined) throw new Error("The demo's form is not there.");
  for (let seen = 0; seen < visits; seen += 1) await countVisit(tx, form, "");
  for (const values of sent) {
    const submissionId = `demo:${values["email"]}`;
    const unseen = { stamp: "none", trap: "", page: "/contact", referrer: "", sender: submissionId } as const;
    await submitForm(tx, form.publicId, { given: new Map(Object.entries(values)), submissionId, ...unseen });
  }
  await workThrough(tx, portalId);
}

function actorOf(cast: Cast, portalId: number): Actor {
  const actor = cast.get(portalId);
  if (actor === undefined) throw new Error(`The demo has nobody in portal ${portalId}.`);
  return actor;
}
