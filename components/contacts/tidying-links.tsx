import { LinkButton } from "#components/ui/link-button.tsx";

/** The two places in which a portal's contacts are put in order. */
export function TidyingLinks() {
  return (
    <>
      <LinkButton href="/contacts/duplicates" variant="quiet" prefetch={false}>
        Duplicates
      </LinkButton>
      <LinkButton href="/contacts/deleted" variant="quiet" prefetch={false}>
        Deleted
      </LinkButton>
    </>
  );
}
