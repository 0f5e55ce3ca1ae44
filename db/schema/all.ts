export { idSequence } from "#db/columns.ts";
export * from "#db/schema/contacts.ts";
export * from "#db/schema/imports.ts";
export * from "#db/schema/jobs.ts";
export * from "#db/schema/lists.ts";
export * from "#db/schema/portals.ts";
export * from "#db/schema/registration.ts";
export * from "#db/schema/sales.ts";
