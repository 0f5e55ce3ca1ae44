"use client";

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
  type SelectProps,
} from "react-aria-components/Select";
import { classes } from "#components/ui/classes.ts";
import { fieldLook } from "#components/ui/field-look.ts";
import { FieldProblem } from "#components/ui/field-problem.tsx";

type Option = { id: string; name: string; look?: ReactNode };

/** For options that are more than words, or live values; in a form that posts use `FieldSelect`. */
export function Select({
  label,
  options,
  description,
  error,
  ...rest
}: Omit<SelectProps<Option>, "children" | "className" | "isInvalid"> & {
  label: ReactNode;
  options: readonly Option[];
  description?: ReactNode;
  error?: ReactNode;
}) {
  return (
    <AriaSelect {...rest} isInvalid={Boolean(error)} className={fieldLook.frame}>
      <Label className={fieldLook.label}>{label}</Label>
      <Button className={classes(fieldLook.control, "flex items-center justify-between gap-2 text-left")}>
        <SelectValue<Option> className="flex min-w-0 items-center truncate data-placeholder:text-ink-3">
          {({ selectedItems, defaultChildren }) => selectedItems[0]?.look ?? selectedItems[0]?.name ?? defaultChildren}
        </SelectValue>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
      </Button>
      {description ? (
        <Text slot="description" className={fieldLook.description}>
          {description}
        </Text>
      ) : null}
      <FieldError>
        <FieldProblem>{error}</FieldProblem>
      </FieldError>
      <Popover className="floating min-w-(--trigger-width) overflow-auto rounded-md">
        <ListBox items={options} className="p-1 outline-none">
          {({ id, name, look }) => (
            <ListBoxItem
              id={id}
              textValue={name}
              className="group flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 -outline-offset-2 hover:bg-sunken data-focused:bg-selection data-selected:font-semibold pointer-coarse:min-h-11"
            >
              <Check aria-hidden="true" className="invisible size-4 text-accent group-data-selected:visible" />
              {look ?? name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
