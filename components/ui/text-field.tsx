"use client";

import type { ReactNode } from "react";
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps,
} from "react-aria-components/TextField";
import { fieldLook } from "#components/ui/field-look.ts";
import { classes } from "#components/ui/classes.ts";
import { FieldProblem } from "#components/ui/field-problem.tsx";

/** For live leaves with a value in state; a form that posts uses `Field`. */
export function TextField({
  label,
  description,
  error,
  placeholder = "",
  lines = 1,
  ...rest
}: Omit<TextFieldProps, "children" | "className" | "isInvalid"> & {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  lines?: number;
}) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={fieldLook.frame}>
      <Label className={fieldLook.label}>{label}</Label>
      {lines === 1 ? (
        <Input placeholder={placeholder} className={fieldLook.control} />
      ) : (
        <TextArea rows={lines} placeholder={placeholder} className={classes(fieldLook.control, "h-auto py-2")} />
      )}
      {description ? (
        <Text slot="description" className={fieldLook.description}>
          {description}
        </Text>
      ) : null}
      <FieldError>
        <FieldProblem>{error}</FieldProblem>
      </FieldError>
    </AriaTextField>
  );
}
