import { event } from "#db/schema/sales.ts";

const told = { number: event.number, at: event.at, kind: event.kind, before: event.before, after: event.after };

/** An event as a timeline shows it. */
export const timelineColumns = { ...told, who: event.who };

/** An event as the past is told again from it: whom it was about, but not who did it. */
export const pastColumns = { ...told, portalId: event.portalId, contactId: event.contactId, key: event.key };
