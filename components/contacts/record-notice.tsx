import { Notice } from "#components/ui/notice.tsx";

/** What the last Save came to; the words are ours, the URL only says which. */
export function RecordNotice({ saved, open }: { saved: string | undefined; open: boolean }) {
  if (saved === "properties") return <Notice tone="success" title="Saved." />;
  if (saved === "merged") return <Notice tone="success" title="The two contacts are one now." />;
  if (saved === "contact") return <Notice tone="success" title="Contact added." />;
  const limit = limits[saved ?? ""];
  if (limit !== undefined) return <Notice tone="warning" title={limit} />;
  if (saved !== undefined && /^\d{1,16}$/.test(saved) && !open) {
    return <Notice tone="success" title={`Request ${saved} has been answered.`} />;
  }
  return null;
}

// The policy's own limits change no status, so they are said here and nowhere else (rules A2 and A3).
const limits: Readonly<Record<string, string>> = {
  "capacity-reached": "Your portal holds as many registrations as the vendor allows. Nothing was requested.",
  "cooling-down":
    "Your portal lost this domain a short while ago and may ask for it again later. Nothing was requested.",
};
