import { randomBytes, timingSafeEqual } from "node:crypto";
import { now } from "#lib/clock.ts";
import type { Stamp } from "#lib/forms/suspicion.ts";
import { sealOf } from "#lib/portals/commands/seal.ts";

/** What a rendering of a form carries along: an id of its own, where the visitor came from, and when, under our seal. */
export type Rendering = { submission: string; referrer: string; stamp: string };

export async function newRendering(publicId: string, referrer: string): Promise<Rendering> {
  const submission = randomBytes(16).toString("base64url");
  const at = String(now());
  return { submission, referrer, stamp: `${at}.${await sealFor(publicId, { submission, referrer, at })}` };
}

/** When the form was rendered, if it was by us; the seal is worth nothing for another form or another submission. */
export async function readStamp(publicId: string, { submission, referrer, stamp }: Rendering): Promise<Stamp> {
  if (stamp === "") return "none";
  const [at = "", seal = ""] = stamp.split(".");
  const [given, right] = [Buffer.from(seal), Buffer.from(await sealFor(publicId, { submission, referrer, at }))];
  const isOurs = given.length === right.length && timingSafeEqual(given, right);
  return isOurs ? Number(at) : "wrong";
}

type Sealed = Omit<Rendering, "stamp"> & { at: string };

async function sealFor(publicId: string, { submission, referrer, at }: Sealed): Promise<string> {
  return (await sealOf(JSON.stringify(["form", publicId, submission, referrer, at]))).toString("base64url");
}

/** The network address of a visitor as it is kept: nobody can find out which it was, nor follow it to another form. */
export async function senderOf(publicId: string, address: string): Promise<string> {
  return (await sealOf(JSON.stringify(["sender", publicId, address]))).toString("base64url");
}

/** For whoever sends a form without having had it from us. */
export function newSubmissionId(): string {
  return randomBytes(16).toString("base64url");
}
