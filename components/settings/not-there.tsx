import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";

/** Missing things and things of others look alike. */
export function NotThere() {
  return (
    <Empty level={1} title="Not found" action={<LinkButton href="/">Go to the start</LinkButton>}>
      There is no such thing here, or it is not yours to see. It may have been deleted.
    </Empty>
  );
}
