import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";

export function NobodyChosen() {
  return (
    <Empty title="No contact is chosen" action={<LinkButton href="/contacts">Choose contacts</LinkButton>}>
      Tick some contacts in Contacts, or all that match, then choose what to do with them.
    </Empty>
  );
}
