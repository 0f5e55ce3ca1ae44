import { Notice } from "#components/ui/notice.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";

const sentences: Readonly<Record<string, string>> = {
  properties: "Saved.",
  unmerged: "The merge was undone: they are two contacts again.",
  restored: "The contact is back.",
  contact: "Contact added.",
  lists: "The lists were saved.",
  "lists-as-they-were": "The contact is in these lists already.",
  "link-made": "The public URL was made.",
  "link-revoked": "The public URL opens nothing any more.",
  "photo-set": "The photo was saved.",
  "photo-removed": "The photo was removed.",
  "opted-out": "Opted out of e-mail.",
  "opted-in": "Opted in to e-mail again.",
};

// What was refused; the policy's own limits change no status, so they are said here and nowhere else (rules A2 and A3).
const refusals: Readonly<Record<string, string>> = {
  "merge-not-found": "This merge was undone already, or one of the contacts is gone.",
  "undo-too-late": "A merge can be undone for 30 days. This one is older.",
  "undo-email-taken":
    "One of the two would have an e-mail that another contact has by now. Change that contact's e-mail first.",
  "capacity-reached": "Your portal holds as many registrations as the vendor allows. Nothing was requested.",
  "cooling-down":
    "Your portal lost this domain a short while ago and may ask for it again later. Nothing was requested.",
  "reason-missing": "Say why the contact wants e-mail again. Nothing was changed.",
  "no-photo": "Choose a photo first.",
  "photo-too-large": "The photo is larger than 2 MB: make it smaller, then upload it again.",
  "not-a-photo": "This is no PNG, JPEG or WebP image that can be read: save it as one of them, then upload it again.",
  "photo-too-wide": "The photo is wider or higher than 4,096 pixels: make it smaller, then upload it again.",
  "reason-refused": "The reason is too long: shorten it. Nothing was changed.",
};

/** What the last Save came to: a fixed word, or the receipt of the request that it made. */
export function RecordNotice({ saved, open }: { saved: string | undefined; open: boolean }) {
  if (saved !== undefined && /^\d{1,16}$/.test(saved))
    return open ? null : <Notice tone="success" title={`Request ${saved} has been answered.`} />;
  return (
    <>
      <NoticeOfWord word={saved} sentences={sentences} />
      <NoticeOfWord word={saved} sentences={refusals} tone="warning" />
    </>
  );
}
