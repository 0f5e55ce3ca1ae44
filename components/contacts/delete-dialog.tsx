"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions, DialogBody } from "#components/ui/dialog.tsx";

type Props = { question: ReactNode; children: ReactNode; onClose: () => void };

export function DeleteDialog({ question, children, onClose }: Props) {
  return (
    <Dialog title="Delete contact" role="alertdialog" size="small" isOpen onOpenChange={onClose}>
      <DialogBody>{question}</DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Keep contact</Button>
        {children}
      </DialogActions>
    </Dialog>
  );
}
