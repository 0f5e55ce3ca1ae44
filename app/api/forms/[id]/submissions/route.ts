import { openToAll, takingSubmissions } from "#lib/api/commands/submission.ts";

/** A form of a portal that was sent from anywhere. */
export const POST = takingSubmissions();

/** A browser asks first before it sends JSON to another website. */
export const OPTIONS = openToAll;
