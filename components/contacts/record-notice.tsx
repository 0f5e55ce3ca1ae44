import { Notice } from "#components/ui/notice.tsx";

/** What the last Save came to; the words are ours, the URL only says which. */
export function RecordNotice({ saved, open }: { saved: string | undefined; open: boolean }) {
  if (saved === "properties") return <Notice tone="success" title="Saved." />;
  if (saved === "contact") return <Notice tone="success" title="Contact added." />;
  if (saved !== undefined && /^\d{1,16}$/.test(saved) && !open) {
    return <Notice tone="success" title={`Request ${saved} has been answered.`} />;
  }
  return null;
}
