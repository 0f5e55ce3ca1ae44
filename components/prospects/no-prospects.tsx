import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";

export function NoProspects({ isFirstLook }: { isFirstLook: boolean }) {
  if (isFirstLook)
    return (
      <Empty title="Not gathered yet" action={<LinkButton href="/prospects">Look again</LinkButton>}>
        Your contacts and the visitors of your forms are being looked through. That takes a moment.
      </Empty>
    );
  return (
    <Empty title="No prospects" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
      Every domain that was seen here is registered to your portal, or none was seen yet. Contacts with a website bring
      new ones, and so do visitors of your forms.
    </Empty>
  );
}
