import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = { contactId: number; alike: readonly { id: number; name: string }[] };

/** Whom this contact may be the same as, with the way to a merge. */
export function LooksLike({ contactId, alike }: Props) {
  const [first, ...others] = alike;
  if (first === undefined) return null;
  const merge = (
    <LinkButton href={`/contacts/${contactId}/merge?with=${first.id}`} prefetch={false}>
      Compare and merge
    </LinkButton>
  );
  return (
    <Notice title="Looks like a duplicate" action={merge}>
      It looks like <ContactLink id={first.id} name={first.name} />
      {others.length === 0 ? "" : ` and ${others.length} more`}.
    </Notice>
  );
}
