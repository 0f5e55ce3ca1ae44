/**
 * Hosts where anyone gets a mailbox. Short and our own judgement, for a company may own its mail's domain: zoho.com,
 * sky.com, att.net and facebook.com are businesses that a partner can win.
 */
export const freeMailHosts: readonly string[] = [
  ["gmail.com", "googlemail.com"],
  ["yahoo.com", "yahoo.co.uk", "yahoo.co.in", "yahoo.ca", "yahoo.com.au", "yahoo.com.br", "yahoo.de", "yahoo.es"],
  ["yahoo.fr", "yahoo.it", "yahoo.in", "ymail.com", "rocketmail.com", "myyahoo.com"],
  ["outlook.com", "outlook.de", "outlook.es", "outlook.fr", "outlook.it", "hotmail.com", "hotmail.co.uk", "hotmail.de"],
  ["hotmail.es", "hotmail.fr", "hotmail.it", "live.com", "live.co.uk", "live.de", "live.fr", "live.it", "live.nl"],
  ["msn.com"],
  ["icloud.com", "me.com", "mac.com"],
  ["aol.com", "aol.co.uk", "aol.de", "aim.com"],
  ["gmx.com", "gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.co.uk", "gmx.es", "gmx.fr", "gmx.us", "web.de", "mail.com"],
  ["proton.me", "protonmail.com", "protonmail.ch", "pm.me", "zohomail.com", "zohomail.eu"],
  ["mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru"],
  ["yandex.com", "yandex.ru", "yandex.by", "yandex.kz", "yandex.com.tr", "ya.ru"],
  ["qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "hanmail.net", "rediffmail.com", "laposte.net"],
].flat();

/** Mailboxes that are thrown away after one message. */
export const disposableMailHosts: readonly string[] = [
  ["mailinator.com", "guerrillamail.com", "sharklasers.com", "10minutemail.com", "temp-mail.org", "tempmail.com"],
  ["yopmail.com", "trashmail.com", "getnada.com", "maildrop.cc", "dispostable.com", "throwawaymail.com"],
].flat();

const throwaway = new Set([...freeMailHosts, ...disposableMailHosts]);

/** An e-mail there says nothing about its owner's company. */
export function isThrowawayMail(key: string): boolean {
  return throwaway.has(key);
}
