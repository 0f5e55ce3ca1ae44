"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions, DialogBody } from "#components/ui/dialog.tsx";

type Props = { title: string; question: ReactNode; keep: string; onClose: () => void; children: ReactNode };

/** What it would cost, before it is done. The way back has the focus first; the way on is the children. */
export function ConsequenceDialog({ title, question, keep, onClose, children }: Props) {
  return (
    <Dialog title={title} role="alertdialog" size="small" isOpen onOpenChange={onClose}>
      <DialogBody>{question}</DialogBody>
      <DialogActions>
        <Button ref={focus} onClick={onClose}>
          {keep}
        </Button>
        {children}
      </DialogActions>
    </Dialog>
  );
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}
