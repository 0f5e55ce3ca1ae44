/** What a caller is told when the answer is no. Nothing internal: the log has the rest, under the correlation id. */
export type Refusal = { code: string; message: string; correlationId: string };

const missing = { status: 404, code: "not-found", message: "There is no such thing here, or it is not yours to see." };

// The HTTP words for every "no" that a door says to the API. Missing and foreign things answer alike.
const refusals = {
  "signed-out": { status: 401, message: "Sign in first." },
  "foreign-origin": { status: 403, message: "This request does not come from a page of Dibs." },
  "not-found": missing,
  "contact-not-found": missing,
  "list-not-found": missing,
  "folder-not-found": missing,
  "import-not-found": missing,
  "portal-not-found": missing,
  "bad-address": { status: 400, message: "This address cannot be read." },
  "bad-json": { status: 400, message: "The body is not JSON in UTF-8." },
  "cut-off": { status: 400, message: "The body ended too early. Send it again." },
  "email-taken": { status: 409, message: "Another contact of this portal has that e-mail." },
  "capacity-reached": { status: 409, message: "The portal holds as many registrations as the vendor allows." },
  "cooling-down": { status: 409, message: "The portal lost this domain a short while ago. Ask again later." },
  "key-reused": { status: 422, message: "This Idempotency-Key was used with another body. Use a new key." },
  "invalid-input": { status: 400, message: "The request does not say what it should." },
  "wrong-type": { status: 415, message: "The body has a content type that is not taken here." },
  "too-large": { status: 413, message: "The body is too large." },
  "too-many": { status: 429, message: "Too many tries. Wait a while, then try again." },
  "cannot-write": { status: 503, message: "Nothing can be written at the moment, and nothing was. Try again later." },
  fault: { status: 500, message: "Something went wrong here. Tell us the correlation id." },
} satisfies Record<string, { status: number; message: string; code?: string }>;

export type No = keyof typeof refusals;

/** `detail` replaces the sentence where there is more to say. */
export function refusal(no: No, correlationId: string, detail?: string): { status: number; body: Refusal } {
  const known: { status: number; message: string; code?: string } = refusals[no];
  return { status: known.status, body: { code: known.code ?? no, message: detail ?? known.message, correlationId } };
}

const unwritable = /^(SQLITE_(FULL|READONLY|IOERR|BUSY|CANTOPEN)|53|57P0|25006|ECONN)/;

/** A full disk or a database that is away is told so; everything else that is thrown is a fault of ours. */
export function noOfFault(fault: unknown): "cannot-write" | "fault" {
  for (let cause: unknown = fault; cause instanceof Error; cause = cause.cause) {
    const code: unknown = Reflect.get(cause, "code");
    if (typeof code === "string" && unwritable.test(code)) return "cannot-write";
  }
  return "fault";
}
