"use client";

import { Search, X } from "lucide-react";
import {
  Button,
  Input,
  Label,
  SearchField as AriaSearchField,
  type SearchFieldProps,
} from "react-aria-components/SearchField";
import { classes } from "#components/ui/classes.ts";
import { fieldLook } from "#components/ui/field-look.ts";

/** Search as you type: Escape or the cross clears it. The label is read, not seen; the glass says the same. */
export function SearchField({
  label,
  placeholder,
  ...rest
}: Omit<SearchFieldProps, "children" | "className"> & { label: string; placeholder?: string }) {
  return (
    <AriaSearchField {...rest} className="group relative flex min-w-0 items-center">
      <Label className="sr-only">{label}</Label>
      <Search aria-hidden="true" className="pointer-events-none absolute left-3 size-4 text-ink-3" />
      <Input
        placeholder={placeholder ?? label}
        className={classes(fieldLook.control, "px-9 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Button
        aria-label="Clear search"
        className="absolute right-1.5 grid size-6 place-items-center rounded-sm text-ink-3 hover:bg-sunken group-data-empty:hidden pointer-coarse:right-0 pointer-coarse:size-11"
      >
        <X aria-hidden="true" className="size-4" />
      </Button>
    </AriaSearchField>
  );
}
