import { newSubmissionId, readStamp, senderOf } from "#lib/forms/commands/stamp.ts";
import { hostOf } from "#lib/forms/domain-seen.ts";
import { controls, type Given } from "#lib/forms/entry.ts";
import type { Stamp } from "#lib/forms/suspicion.ts";
import { addressOf } from "#lib/portals/origin.ts";

/** What came with a form, its seals looked at: everything that `submitForm` has to know. */
export type Sent = {
  given: Given;
  submissionId: string;
  stamp: Stamp;
  trap: string;
  page: string;
  referrer: string;
  sender: string;
};

const longestPage = 2_000;
const longestId = 100;

/** Before the transaction: a seal may have to be read from the store. */
export async function readSent(publicId: string, given: Given, headers: Headers): Promise<Sent> {
  const read = (name: string, most: number) => plain(given.get(name) ?? "").slice(0, most);
  const rendering = {
    submission: read(controls.submission, longestId),
    referrer: read(controls.referrer, longestPage),
    stamp: read(controls.stamp, longestId),
  };
  const stamp = await readStamp(publicId, rendering);
  return {
    given,
    stamp,
    submissionId: rendering.submission || newSubmissionId(),
    trap: given.get(controls.trap) ?? "",
    page: read(controls.page, longestPage) || plain(headers.get("referer") ?? "").slice(0, longestPage),
    referrer: typeof stamp === "number" ? rendering.referrer : hostOf(headers.get("referer")),
    sender: await senderOf(publicId, addressOf(headers)),
  };
}

function plain(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "").trim();
}
