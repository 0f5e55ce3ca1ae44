"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { createFirstAdmin, vendorHubId } from "#lib/portals/commands/first-admin.ts";
import { choosePortal, endSession, endSessionsOf } from "#lib/portals/commands/sessions.ts";
import { signIn } from "#lib/portals/commands/sign-in.ts";
import { sessionCookie } from "#lib/portals/cookie.ts";
import { commands, keysAsMade, type KeyProblems, readKeys, spellKeyMap } from "#lib/portals/keys.ts";
import { addressOf, ownPath } from "#lib/portals/origin.ts";
import { passwordFault } from "#lib/portals/password.ts";
import { requireMember, requireSameOrigin, sessionToken } from "#lib/portals/queries.ts";

export type SignInState = { problem: "wrong" | "too-many" | "incomplete" | null; email: string };

const SignIn = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(10_000) });

/** Works without JavaScript: the page comes back with the problem in it. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const asked = await headers();
  requireSameOrigin(asked);
  const given = SignIn.safeParse({ email: form.get("email"), password: form.get("password") });
  if (!given.success) return { problem: "incomplete", email: textOf(form, "email") };

  const signedIn = await signIn({ ...given.data, address: addressOf(asked) });
  if (!signedIn.ok) return { problem: signedIn.no, email: given.data.email };
  await forgetSession(asked);
  await keepCookie(asked, signedIn.value.cookie);
  return redirect(ownPath(form.get("next")) ?? "/");
}

export async function signOutAction(): Promise<void> {
  const asked = await headers();
  requireSameOrigin(asked);
  await forgetSession(asked);
  await dropCookie(asked);
  redirect("/sign-in");
}

export async function signOutEverywhereAction(): Promise<void> {
  const member = await requireMember();
  await endSessionsOf(member);
  await dropCookie(await headers());
  redirect("/sign-in");
}

/** The form names the portal by its Hub ID, `portalId`. */
export async function choosePortalAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = await headers();
  const token = await sessionToken(asked);
  const portalId = z.coerce.number().int().positive().safeParse(form.get("portalId"));
  if (token === undefined || !portalId.success) notFound();
  const chosen = await choosePortal(token, member, portalId.data);
  if (!chosen.ok) notFound();
  await keepCookie(asked, chosen.value.cookie);
  redirect("/");
}

/** What the form of the keys comes back with: the sentences beside their fields, and what was typed. */
export type KeysState = { problems: KeyProblems; given: Readonly<Record<string, string>> | null };

/** Keeps the keys for a year, in this browser alone, as theme and density are. */
export async function keepKeysAction(_before: KeysState, form: FormData): Promise<KeysState> {
  await requireMember();
  const { keys, problems } = readKeys((name) => (form.get("do") === "as-made" ? keysAsMade[name] : textOf(form, name)));
  if (Object.keys(problems).length > 0) return { problems, given: givenIn(form) };
  const { options } = sessionCookie((await headers()).get("host"), env.DIBS_ORIGIN);
  const kept = spellKeyMap({ on: form.has("on"), keys });
  (await cookies()).set("keys", kept, { ...options, maxAge: kept === "" ? 0 : 365 * 24 * 60 * 60 });
  redirect("/settings/keys?done=kept");
}

function givenIn(form: FormData): KeysState["given"] {
  return Object.fromEntries(commands.map(({ name }) => [name, textOf(form, name)]));
}

const FirstAdmin = z
  .object({
    code: z.string("Enter the code from the console.").min(1, "Enter the code from the console.").max(100),
    portalName: z.string("Name the portal.").trim().min(1, "Name the portal.").max(200),
    hubId: z.coerce
      .number("A Hub ID is a whole number.")
      .int("A Hub ID is a whole number.")
      .min(vendorHubId + 1, `A Hub ID is a number larger than ${vendorHubId}.`)
      .max(2_147_483_647, "That Hub ID is too large."),
    timeZone: z.string().refine(isTimeZone, "Choose a time zone."),
    name: z.string("Enter your name.").trim().min(1, "Enter your name.").max(200),
    email: z.email("Enter an e-mail address.").max(320),
    password: z.string("Choose a password."),
  })
  .superRefine(({ password, email, name }, context) => {
    const fault = passwordFault(password, [email, name]);
    if (fault !== undefined) context.addIssue({ code: "custom", path: ["password"], message: passwordWords[fault] });
  });

const passwordWords = {
  "too-short": "A password has at least 12 characters.",
  "too-long": "A password has at most 200 characters.",
  common: "This password is among the first that are tried. Choose another.",
  "own-name": "A password must not be your name or e-mail.",
};

/** What the form comes back with: faults beside their fields, and what was typed but for the secrets. */
export async function firstAdminAction(_before: SubmissionResult | null, form: FormData): Promise<SubmissionResult> {
  requireSameOrigin(await headers());
  const read = parseWithZod(form, { schema: FirstAdmin });
  const hideFields = ["code", "password"];
  if (read.status !== "success") return read.reply({ hideFields });

  const made = await createFirstAdmin(read.value);
  if (!made.ok) {
    const fieldErrors = { code: ["This is not the code on the console, or it was used."] };
    return read.reply({ hideFields, fieldErrors });
  }
  redirect("/sign-in");
}

function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}

function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value.slice(0, 10_000) : "";
}

/** A former session does not outlive a sign-in or a sign-out. */
async function forgetSession(asked: Headers): Promise<void> {
  const token = await sessionToken(asked);
  if (token !== undefined) await endSession(token);
}

async function keepCookie(asked: Headers, value: string): Promise<void> {
  const { name, options } = sessionCookie(asked.get("host"), env.DIBS_ORIGIN);
  (await cookies()).set(name, value, options);
}

async function dropCookie(asked: Headers): Promise<void> {
  const { name, options } = sessionCookie(asked.get("host"), env.DIBS_ORIGIN);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
