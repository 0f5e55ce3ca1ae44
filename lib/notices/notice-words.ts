import { daysLeft } from "#lib/contacts/standing.ts";
import { longDay } from "#lib/words.ts";

/** A notice as it is kept. */
export type KeptNotice = { kind: string; key: string; about: Readonly<Record<string, string | number>> };

/** One sentence that begins with the domain; days are counted from the day on which it was told. */
export function noticeInWords({ kind, key, about }: KeptNotice): string {
  const expires = String(about["expires"] ?? "");
  switch (kind) {
    case "expiring":
      return `${key} expires ${daysLeft(Number(about["days"]))}, on ${longDay(expires)}.`;
    case "expired":
      return `${key} expired. Its last day was ${longDay(expires)}; from now on anyone may register it.`;
    case "domain-free":
      return `${key}, which you watch, is free. The first to request it will have it.`;
    case "transfer-offered":
      return `${key} is offered to you by Hub ID ${about["from"]}. Its page takes your answer.`;
    case "transfer-accepted":
      return `${key}: Hub ID ${about["by"]} agrees to the transfer. It waits for the channel manager.`;
    case "transfer-declined":
      return `${key} is not transferred: ${about["by"] === 0 ? "the channel manager" : `Hub ID ${about["by"]}`} said no.`;
    case "transferred":
      return `${key} was transferred from Hub ID ${about["from"]} to Hub ID ${about["to"]}.`;
    case "revoked":
      return `${key} was revoked, and its contacts went blank. ${about["reason"]}`;
    default:
      return `${key} has news.`;
  }
}
