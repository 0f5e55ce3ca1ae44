import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { count } from "#lib/words.ts";

/** Nobody is left to ask for: because nobody was chosen, or because all of them wait already. */
export function NothingToRequest({ waiting, back }: { waiting: number; back: string }) {
  return (
    <Empty
      title="Nothing to request"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {waiting === 0 ? null : <LinkButton href="/requests">See open requests</LinkButton>}
          <LinkButton href={back}>Back to Contacts</LinkButton>
        </div>
      }
    >
      {waiting === 0
        ? "No contact is chosen. Choose some in Contacts, then request registration for them."
        : `${count(waiting, "contact")} already ${waiting === 1 ? "waits" : "wait"} for an answer: there is nobody left to ask for.`}
    </Empty>
  );
}
