import { env } from "#lib/env.ts";
import { oneInProgram } from "#lib/one.ts";

/** `url` is smtp:// or smtps://, `from` the sender, `home` the address of Dibs that links begin with. */
export type MailServer = { url: string; from: string; home: string };

const held = oneInProgram<{ server: MailServer | undefined }>("mail-server", () => ({ server: fromSettings() }));

/** Where e-mail goes out; `undefined` where none does, and the bell alone tells. */
export function mailServer(): MailServer | undefined {
  return held.server;
}

/** For tests. */
export function setMailServer(server: MailServer | undefined): void {
  held.server = server;
}

function fromSettings(): MailServer | undefined {
  const { DIBS_SMTP_URL: url, DIBS_MAIL_FROM: from, DIBS_URL, DIBS_ORIGIN, PORT } = env;
  if (url === undefined || from === undefined) return undefined;
  return { url, from, home: new URL(DIBS_URL ?? DIBS_ORIGIN ?? `http://localhost:${PORT}`).origin };
}
