import { Notice } from "#components/ui/notice.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";

const sentences: Readonly<Record<string, string>> = {
  properties: "Saved.",
  unmerged: "The merge was undone: they are two contacts again.",
  restored: "The contact is back.",
  contact: "Contact added.",
  joined: "Added to the list.",
  left: "Removed from the list.",
};

const refused: Readonly<Record<string, string>> = {
  "merge-not-found": "This merge was undone already, or one of the contacts is gone.",
  "undo-too-late": "A merge can be undone for 30 days. This one is older.",
  "undo-email-taken":
    "One of the two would have an e-mail that another contact has by now. Change that contact's e-mail first.",
};

// The policy's own limits change no status, so they are said here and nowhere else (rules A2 and A3).
const limits: Readonly<Record<string, string>> = {
  "capacity-reached": "Your portal holds as many registrations as the vendor allows. Nothing was requested.",
  "cooling-down":
    "Your portal lost this domain a short while ago and may ask for it again later. Nothing was requested.",
};

/** What the last Save came to: a fixed word, or the receipt of the request that it made. */
export function RecordNotice({ saved, open }: { saved: string | undefined; open: boolean }) {
  if (saved !== undefined && /^\d{1,16}$/.test(saved))
    return open ? null : <Notice tone="success" title={`Request ${saved} has been answered.`} />;
  return (
    <>
      <NoticeOfWord word={saved} sentences={sentences} />
      <NoticeOfWord word={saved} sentences={refused} tone="warning" />
      <NoticeOfWord word={saved} sentences={limits} tone="warning" />
    </>
  );
}
