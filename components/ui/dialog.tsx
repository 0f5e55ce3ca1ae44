"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { classes } from "#components/ui/classes.ts";

const widths = { small: "max-w-md", medium: "max-w-xl", large: "max-w-3xl" };

/**
 * A modal dialog; the caller keeps `isOpen`, so that it can be loaded when first wanted. Focus goes back where it was.
 * An "alertdialog" asks before something that cannot be taken back: only its buttons and Escape close it.
 */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  role = "dialog",
  size = "medium",
  children,
}: {
  title: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  role?: "dialog" | "alertdialog";
  size?: keyof typeof widths;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === "dialog"}
      className="fixed inset-0 z-50 grid grid-cols-[minmax(0,1fr)] place-items-center overflow-y-auto bg-veil p-4 motion-safe:data-entering:animate-[appear_var(--in)] motion-safe:data-exiting:animate-[appear_var(--out)_reverse]"
    >
      <Modal className={classes("floating w-full rounded-lg", widths[size])}>
        <AriaDialog role={role} className="outline-none">
          <header className="flex items-start justify-between gap-4 border-b border-line px-6 py-4">
            <Heading slot="title" level={2} className="text-xl">
              {title}
            </Heading>
            {role === "dialog" ? (
              <Button
                slot="close"
                aria-label="Close"
                className="-mr-2 grid size-7 place-items-center rounded-sm text-ink-2 hover:bg-sunken pointer-coarse:size-11"
              >
                <X aria-hidden="true" className="size-4" />
              </Button>
            ) : null}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-4 px-6 py-4">{children}</div>;
}

/** The answers, the one that acts last; below each other on a phone. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-col-reverse gap-2 border-t border-line px-6 py-4 sm:flex-row sm:justify-end">
      {children}
    </footer>
  );
}
