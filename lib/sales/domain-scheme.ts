/** What follows `htp://`, `https//`, or a scheme written twice; null when the scheme is as it should be. */
export function withoutMistypedScheme(text: string): string | null {
  if (hostAndPort.test(text)) return null;
  const [start, letters, marks] = schemeLike.exec(text) ?? [];
  if (start === undefined || letters?.toLowerCase() === "ssh") return null;
  const rest = text.slice(start.length);
  const wellTyped = /^https?$/i.test(letters ?? "") && /^:[/\\]*$/.test(marks ?? "");
  return wellTyped && !schemeLike.test(rest) ? null : rest;
}

/** True for `ftp:`, `javascript:` and their like; not for `host:8080`, nor for a name and password before an `@`. */
export function isOtherScheme(text: string): boolean {
  const scheme = anyScheme.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === "http" || scheme === "https" || hostAndPort.test(text)) return false;
  return schemesWithAt.has(scheme) || !nameAndPassword.test(text);
}

const hostAndPort = /^[^:/\\?#]+:\d{1,5}(?:[/\\?#]|$)/;
// The letters of http and https in any disorder, then marks of which one is a colon or a double slash.
const schemeLike = /^([htps]{2,8})((?:[.,]*[:;]|[.,]*[/\\]{2})[:;/\\]*)/i;
// No dot in the name, so that a host with a mistyped port is not taken for a scheme.
const anyScheme = /^([a-z][a-z\d+-]*):/i;
const nameAndPassword = /^[^/\\?#@:]+:[^/\\?#@]*@/;
const schemesWithAt = new Set(["acct", "data", "im", "javascript", "sip", "sips", "skype", "ssh", "urn", "xmpp"]);
