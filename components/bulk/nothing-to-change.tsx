import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { startRefused } from "#lib/bulk/sentences.ts";

const sentences = {
  "admins-only": startRefused["admins-only"],
  "nobody-left": "There is nobody to change: every contact has it already, or was refused.",
};

/** In place of the button that would start it. */
export function NothingToChange({ why, back }: { why: keyof typeof sentences; back: string }) {
  return <Notice title={sentences[why]} action={<LinkButton href={back}>Back to Contacts</LinkButton>} />;
}
