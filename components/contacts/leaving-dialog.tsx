"use client";

import { Children, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions, DialogBody } from "#components/ui/dialog.tsx";
import type { Leaving } from "#lib/contacts/queries/leaving-domain.ts";

type Props = { leaving: Leaving; onClose: () => void; children: ReactNode };

/** The first child is what it costs, the last one the way on. */
export function LeavingDialog({ leaving, onClose, children }: Props) {
  const [sentences, ...ways] = Children.toArray(children);
  return (
    <Dialog title={`Leave ${leaving.from}?`} role="alertdialog" size="small" isOpen onOpenChange={onClose}>
      <DialogBody>{sentences}</DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Keep the website</Button>
        {ways}
      </DialogActions>
    </Dialog>
  );
}
