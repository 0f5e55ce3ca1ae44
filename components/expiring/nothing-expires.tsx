import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { Span } from "#lib/notices/span.ts";

/** The filter found nothing: what it would show, and where there is more. */
export function NothingExpires({ span }: { span: Span }) {
  if (span.kind === "later")
    return (
      <Empty title="Nothing later" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
        Registered domains with more than 60 days left stand here. Request registration for a contact to get one.
      </Empty>
    );
  return (
    <Empty
      title={span.kind === "week" ? "Nothing expires in this week" : "Nothing expires in the next 60 days"}
      action={<LinkButton href="/expiring?show=later">See what expires later</LinkButton>}
    >
      You are told 30, 7 and 1 days before a registration expires, and on the day after.
    </Empty>
  );
}
