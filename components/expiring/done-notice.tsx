import { Notice } from "#components/ui/notice.tsx";
import { count } from "#lib/words.ts";

/** What the last button did; the words are ours, the URL only says which. */
export function DoneNotice({ done }: { done: string }) {
  if (done === "nothing") return <Notice title="There was nothing left to re-register. Nothing was requested." />;
  const released = /^released-(\d{1,6})$/.exec(done)?.[1];
  if (released === undefined) return null;
  if (released === "0") return <Notice title="None of these domains is yours any more. Nothing was released." />;
  return (
    <Notice tone="success" title={`${count(Number(released), "domain")} released.`}>
      Anyone may register {released === "1" ? "it" : "them"} now.
    </Notice>
  );
}
