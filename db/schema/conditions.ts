import { sql } from "drizzle-orm";
import { request } from "#db/schema/registration.ts";
import { registration } from "#db/schema/sales.ts";

// What partial indexes hold. Spelled out, not bound: SQLite takes such an index only where the query repeats its condition, and
// PostgreSQL knows then how many rows there are.

export const isOpen = sql`${request.state} = 'open'`;
export const inForce = sql`${registration.state} = 'active'`;
export const isOver = sql`${registration.state} <> 'active'`;
