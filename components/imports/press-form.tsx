import type { ReactNode } from "react";
import type { ButtonLook } from "#components/ui/button-look.ts";
import { Button } from "#components/ui/button.tsx";

type Props = {
  action: (form: FormData) => Promise<void>;
  id: number;
  variant?: NonNullable<ButtonLook["variant"]>;
  children: ReactNode;
};

/** One button that does one thing with an import. */
export function PressForm({ action, id, variant = "secondary", children }: Props) {
  return (
    <form action={action}>
      <input type="hidden" name="importId" value={id} />
      <Button type="submit" variant={variant}>
        {children}
      </Button>
    </form>
  );
}
