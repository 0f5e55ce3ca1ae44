import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";

const sentences: Readonly<Record<string, string>> = {
  synced: "The sync was started. Sizes and answers follow in a moment.",
  paused: "The sync is paused.",
  resumed: "The sync runs again.",
  mailed: "Your notices come by e-mail too.",
  "contact-email-saved": "The e-mail settings were saved.",
  "salesforce-saved": "The Salesforce address was saved.",
  "shared-saved": "What public URLs show was saved.",
  "not-mailed": "You get no e-mail any more. Notices are in the bell.",
};

/** What the last button did; the words are ours, the URL only says which. */
export function SettingsNotice({ done }: { done: string | undefined }) {
  return <NoticeOfWord word={done} sentences={sentences} />;
}
