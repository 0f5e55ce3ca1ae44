// The chain of the log, as data. Every event commits to the one before it in the log, and to the one before it of the same
// domain; what each part hides, and from whom, is told in docs/decisions/0010-the-chain.md. A stranger's check of it stands in
// docs/verify-a-proof.md and must say the same.

/** SHA-256 of the text in UTF-8, as base64url. */
export type Digest = (text: string) => string;

/** What an event says; `before` and `after` are plain JSON. */
export type ChainedEvent = {
  number: number;
  at: number;
  kind: string;
  portalId: number | null;
  key: string;
  contactId: number | null;
  who: string;
  before: unknown;
  after: unknown;
};

/** Links of the events before: in the log, and of the same domain; '' where there is none. */
export type Previous = { inLog: string; ofKey: string };

/** One event's place in the chain, and the salts that open its two halves. */
export type Place = {
  /** Recognised by whoever has the secret of the domain, and by nobody else. */
  tag: string;
  headSalt: string;
  bodySalt: string;
  /** The digests of the two halves. */
  head: string;
  body: string;
  /** Both, and the link of the domain's event before: all that strangers to the domain are shown beside the tag. */
  keyed: string;
  link: string;
};

/** Recognises the events of one domain, and says nothing of any other: whoever proves a domain hands it out. */
export function keySecretOf(digest: Digest, secret: string, key: string): string {
  return digest(`key\n${secret}\n${key}\n${secret}`);
}

export function placeOf(digest: Digest, secret: string, known: { event: ChainedEvent; previous: Previous }): Place {
  const { event, previous } = known;
  const salts = digest(`salts\n${secret}\n${event.number}\n${secret}`);
  const [headSalt, bodySalt] = [salts.slice(0, 21), salts.slice(21)];
  const head = digest(`${headSalt}\n${spelledHead(event)}`);
  const body = digest(`${bodySalt}\n${spelledBody(event)}`);
  const keyed = digest(`${previous.ofKey}\n${head}\n${body}`);
  const tag = digest(`${keySecretOf(digest, secret, event.key)}\n${event.number}`).slice(0, 22);
  return { tag, headSalt, bodySalt, head, body, keyed, link: digest(`${previous.inLog}\n${tag}\n${keyed}`) };
}

/** When, what and whose: what the vendor's own events tell everyone who may see the domain's proof. */
function spelledHead({ number, at, kind, portalId, key }: ChainedEvent): string {
  return canonical([number, at, kind, portalId, key]);
}

// A store keeps no half of a character.
/** Who, why and the rest: for the portal whose event it is. */
function spelledBody({ contactId, who, before, after }: ChainedEvent): string {
  return canonical([contactId, who.toWellFormed(), before, after]);
}

/** JSON with the names of objects in order, so that both stores spell one value in one way. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The value itself where nothing in it has to change place, as is mostly so: a copy costs as much as the digests. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const names = Object.keys(value);
  const plain = names.every((name, at) => {
    const before = names[at - 1];
    return (before === undefined || before < name) && typeof Reflect.get(value, name) !== "object";
  });
  return plain ? value : Object.fromEntries(names.toSorted().map((name) => [name, inOrder(Reflect.get(value, name))]));
}
