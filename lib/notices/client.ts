import type { MailServer } from "#lib/notices/queries/mail-server.ts";
import { transportOf } from "#lib/notices/transport.ts";

/** Plain text. The same `id` twice is the same e-mail: a mailbox that heeds it shows one. */
export type Letter = {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  unsubscribe: string;
};

const waitMs = 10_000;

/** Hands a letter to the mail server; throws when it is not taken. */
export async function post(letter: Letter, { url, from }: MailServer): Promise<void> {
  // Loaded only where it is used: a program without e-mail does not need it.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    ...transportOf(url),
    connectionTimeout: waitMs,
    dnsTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  await transport.sendMail({
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    messageId: letter.id,
    headers: { "Auto-Submitted": "auto-generated" },
    list: { unsubscribe: { url: letter.unsubscribe, comment: "Settings" } },
  });
}

/** True when the server took its decision: another try would be refused as this one was. */
export function isRefusedForGood(fault: unknown): boolean {
  const code: unknown = typeof fault === "object" && fault !== null ? Reflect.get(fault, "responseCode") : undefined;
  const command: unknown = typeof fault === "object" && fault !== null ? Reflect.get(fault, "command") : undefined;
  // A refused sign-in is a setting that people mend; a refused mailbox is not.
  return typeof code === "number" && code >= 500 && command === "RCPT TO";
}
