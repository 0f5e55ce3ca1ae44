import { headers } from "next/headers";
import { env } from "#lib/env.ts";

/** What addresses begin with that are given to others: "https://dibs.vendor.example". */
export async function ownOrigin(): Promise<string> {
  const asked = await headers();
  return env.DIBS_ORIGIN ?? `http://${asked.get("host") ?? "localhost"}`;
}
