"use client";

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import {
  Header,
  Menu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  type MenuItemProps,
  type MenuProps,
  type MenuSectionProps,
} from "react-aria-components/Menu";
import { buttonLook, type ButtonLook } from "#components/ui/button-look.ts";

/** A button that opens a menu of actions. `name` is what a screen reader hears when `label` is only a picture. */
export function MenuButton<Item>({
  label,
  name,
  variant = "secondary",
  size = "medium",
  ...menu
}: Omit<MenuProps<Item>, "className"> & ButtonLook & { label: ReactNode; name?: string }) {
  return (
    <MenuTrigger>
      <Button {...(name !== undefined && { "aria-label": name })} className={buttonLook({ variant, size })}>
        {label}
        {name === undefined ? <ChevronDown aria-hidden="true" className="-mr-1 size-4" /> : null}
      </Button>
      <Popover offset={4} className="floating min-w-44 overflow-auto rounded-md">
        <Menu {...menu} className="p-1 outline-none" />
      </Popover>
    </MenuTrigger>
  );
}

export function MenuItem({
  children,
  danger = false,
  ...item
}: Omit<MenuItemProps, "children" | "className"> & { children: ReactNode; danger?: boolean }) {
  return (
    <AriaMenuItem
      textValue={typeof children === "string" ? children : ""}
      {...item}
      className={`flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 -outline-offset-2 data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-focused:bg-selection pointer-coarse:min-h-11 ${danger ? "text-danger data-focused:bg-danger-bg" : ""}`}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode === "none" ? null : (
            <Check aria-hidden="true" className={`size-4 shrink-0 text-accent ${isSelected ? "" : "invisible"}`} />
          )}
          {children}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSection<Item extends object>({
  title,
  children,
  ...section
}: Omit<MenuSectionProps<Item>, "children" | "className"> & { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection {...section} className="border-line not-first:mt-1 not-first:border-t not-first:pt-1">
      <Header className="px-2 py-1 text-xs font-semibold text-ink-3">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}
