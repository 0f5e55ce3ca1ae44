"use client";

import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "#components/ui/classes.ts";
import { fieldLook } from "#components/ui/field-look.ts";
import { FieldProblem } from "#components/ui/field-problem.tsx";

type Around = {
  label: ReactNode;
  labelHidden?: boolean | undefined;
  description?: ReactNode;
  error?: ReactNode;
};

/** Label, native input, hint and error of a plain form; it needs no JavaScript. Ids follow conform's `-error`, `-description`. */
export function Field(props: ComponentProps<"input"> & Around) {
  const { around, control } = useAround(props);
  return (
    <Surround {...around}>
      <input autoComplete="off" {...control} {...describedBy(around)} className={fieldLook.control} />
    </Surround>
  );
}

export function FieldSelect(props: ComponentProps<"select"> & Around) {
  const { around, control } = useAround(props);
  return (
    <Surround {...around}>
      <span className="relative flex items-center">
        <select {...control} {...describedBy(around)} className={classes(fieldLook.control, "appearance-none pr-9")} />
        <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-3 size-4 text-ink-3" />
      </span>
    </Surround>
  );
}

export function FieldArea(props: ComponentProps<"textarea"> & Around) {
  const { around, control } = useAround(props);
  return (
    <Surround {...around}>
      <textarea rows={3} {...control} {...describedBy(around)} className={classes(fieldLook.control, "h-auto py-2")} />
    </Surround>
  );
}

/** What stands around a control, and what is the control's own. */
function useAround<Props extends Around & { id?: string | undefined; className?: string | undefined }>({
  label,
  labelHidden,
  description,
  error,
  id,
  className,
  ...control
}: Props) {
  const own = useId();
  return { around: { label, labelHidden, description, error, id: id ?? own, className }, control };
}

function Surround({
  label,
  labelHidden = false,
  description,
  error,
  id,
  className,
  children,
}: Around & { id: string; className: string | undefined; children: ReactNode }) {
  return (
    <div className={classes(fieldLook.frame, className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : fieldLook.label}>
        {label}
      </label>
      {children}
      {description ? (
        <span id={`${id}-description`} className={fieldLook.description}>
          {description}
        </span>
      ) : null}
      {error ? <FieldProblem id={`${id}-error`}>{error}</FieldProblem> : null}
    </div>
  );
}

function describedBy({ id, description, error }: Pick<Around, "description" | "error"> & { id: string }) {
  const ids = classes(Boolean(error) && `${id}-error`, Boolean(description) && `${id}-description`);
  return { id, ...(ids && { "aria-describedby": ids }), ...(error ? { "aria-invalid": true } : {}) };
}
