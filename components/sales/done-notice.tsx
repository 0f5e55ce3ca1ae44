import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";

const sentences: Readonly<Record<string, string>> = {
  "pursuit-requested": "The pursuit was requested. The next sync decides it, in order of receipt.",
  "pursuit-ended": "The pursuit was ended.",
  "not-pursued": "The domain is on the not-pursued list. The next sync of a contact decides by it.",
  "pursued-again": "The domain is off the not-pursued list.",
  revoked: "The registration was revoked, and its contacts went blank.",
  "transfer-approved": "The transfer went through.",
  "transfer-refused": "The transfer was refused; nothing moved.",
  "not-accepted": "This transfer is no longer open.",
  "no-longer-held": "The domain is no longer held by the portal that offered it. Nothing moved.",
  "sync-resumed": "The sync runs again.",
};

/** What was just done, by the fixed word that the address carries. */
export function DoneNotice({ done }: { done: string | undefined }) {
  return <NoticeOfWord word={done} sentences={sentences} />;
}
