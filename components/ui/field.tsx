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
export function Field({
  label,
  labelHidden,
  description,
  error,
  id,
  className,
  ...input
}: ComponentProps<"input"> & Around) {
  const own = useId();
  const around = { label, labelHidden, description, error, id: id ?? own, className };
  return (
    <Surround {...around}>
      <input autoComplete="off" {...input} {...describedBy(around)} className={fieldLook.control} />
    </Surround>
  );
}

export function FieldSelect({
  label,
  labelHidden,
  description,
  error,
  id,
  className,
  ...select
}: ComponentProps<"select"> & Around) {
  const own = useId();
  const around = { label, labelHidden, description, error, id: id ?? own, className };
  return (
    <Surround {...around}>
      <span className="relative flex items-center">
        <select {...select} {...describedBy(around)} className={classes(fieldLook.control, "appearance-none pr-9")} />
        <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-3 size-4 text-ink-3" />
      </span>
    </Surround>
  );
}

export function FieldArea({
  label,
  labelHidden,
  description,
  error,
  id,
  className,
  ...area
}: ComponentProps<"textarea"> & Around) {
  const own = useId();
  const around = { label, labelHidden, description, error, id: id ?? own, className };
  return (
    <Surround {...around}>
      <textarea rows={3} {...area} {...describedBy(around)} className={classes(fieldLook.control, "h-auto py-2")} />
    </Surround>
  );
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
