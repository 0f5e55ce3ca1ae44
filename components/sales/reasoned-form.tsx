import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ButtonLook } from "#components/ui/button-look.ts";
import { Card } from "#components/ui/card.tsx";
import { FieldArea } from "#components/ui/field.tsx";

type Props = {
  title: string;
  domain: string;
  submit: (form: FormData) => void;
  busy: boolean;
  problem: ReactNode;
  /** As it was typed: a refused form comes back with it. */
  reason: string;
  reasonLabel?: string;
  button: string;
  variant?: ButtonLook["variant"];
  /** What it would change, and the fields beside the reason. */
  children: ReactNode;
};

/** What the vendor does with a domain: what it would change, why it is done, and the button. */
export function ReasonedForm({ title, domain, submit, busy, problem, children, ...asked }: Props) {
  const { reason, reasonLabel = "Reason", button, variant = "secondary" } = asked;
  return (
    <Card title={title}>
      <form action={submit} className="flex flex-col gap-4">
        {problem}
        <input type="hidden" name="key" value={domain} />
        {children}
        <FieldArea
          label={reasonLabel}
          name="reason"
          required
          maxLength={500}
          rows={2}
          key={reason}
          defaultValue={reason}
        />
        <Button type="submit" variant={variant} busy={busy} className="self-start">
          {button}
        </Button>
      </form>
    </Card>
  );
}
