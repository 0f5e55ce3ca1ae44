import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";

const sentences: Readonly<Record<string, string>> = {
  released: "The domain was released. Anybody may have it now.",
  offered: "The transfer was offered. Nothing moves before the other portal and the channel manager agree.",
  accepted: "You agreed. The transfer waits for the channel manager.",
  declined: "The transfer was declined; nothing moved.",
  withdrawn: "The offer was taken back; nothing moved.",
  watched: "You will be told when this domain is free.",
  unwatched: "You will not be told about this domain any more.",
  "not-taken": "Nobody else holds this domain now. Request registration for a contact of it.",
  "not-yours": "Your portal does not hold this domain any more. Nothing was changed.",
  "capacity-reached": "Your portal may hold no more domains now. Release one, then accept.",
  "not-open": "This transfer is no longer open. Nothing was changed.",
};

/** What was just done, by the fixed word that the address carries. */
export function DomainDone({ done }: { done: string | undefined }) {
  return <NoticeOfWord word={done} sentences={sentences} />;
}
