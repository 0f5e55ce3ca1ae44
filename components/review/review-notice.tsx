import { Notice } from "#components/ui/notice.tsx";
import { count } from "#lib/words.ts";

/** What became of a verdict that came from a plain form. */
export function ReviewNotice({ done, refused }: { done: string | undefined; refused: string | undefined }) {
  if (refused !== undefined) return <Notice tone="danger" title={refused.slice(0, 500)} />;
  if (done === undefined || !/^\d{1,4}$/.test(done)) return null;
  return <Notice tone="success" title={`Done for ${count(Number(done), "contact")}.`} />;
}
