import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";

export function NothingToExport({ back }: { back: string }) {
  return (
    <Empty title="Nobody to export" action={<LinkButton href={back}>Back to Contacts</LinkButton>}>
      No contact matches. Change the filter, or choose contacts in the table.
    </Empty>
  );
}
