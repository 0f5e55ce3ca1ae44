import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";

/** None of the chosen domains is registered to the portal: nobody chose any, or they are gone by now. */
export function NothingChosen({ back }: { back: string }) {
  return (
    <Empty title="No domain is chosen" action={<LinkButton href={back}>Back to Expiring</LinkButton>}>
      Choose domains that are registered to you. What was chosen before may have expired or been released meanwhile.
    </Empty>
  );
}
