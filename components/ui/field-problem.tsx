import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { fieldLook } from "#components/ui/field-look.ts";

export function FieldProblem({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className={fieldLook.error}>
      <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      {children}
    </span>
  );
}
