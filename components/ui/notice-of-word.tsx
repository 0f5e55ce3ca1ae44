import { Notice } from "#components/ui/notice.tsx";

type Props = {
  word: string | undefined;
  sentences: Readonly<Record<string, string>>;
  tone?: "success" | "warning" | "danger";
};

/** What the last button did: the address carries a fixed word, the sentence is ours, and any other word says nothing. */
export function NoticeOfWord({ word = "", sentences, tone = "success" }: Props) {
  return Object.hasOwn(sentences, word) ? <Notice tone={tone} title={sentences[word]} /> : null;
}
