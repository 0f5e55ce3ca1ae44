import { hash } from "node:crypto";

/** In one call, which costs half of a hash object: every decision makes a dozen of these. */
export function digest(text: string): string {
  return hash("sha256", text, "base64url");
}
