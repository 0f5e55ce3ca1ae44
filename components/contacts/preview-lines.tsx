"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sayContactsChanged } from "#components/contacts/contacts-changed.ts";
import { InPlace } from "#components/contacts/in-place.tsx";
import { iconButtonLook } from "#components/ui/icon-button.ts";
import type { ContactPreview } from "#lib/contacts/contact-preview.ts";

type Props = { preview: ContactPreview; onSaved: () => void };

/** The main properties, each to be changed where it stands. */
export function PreviewLines({ preview: { id, lines }, onSaved }: Props) {
  const router = useRouter();
  const [edited, setEdited] = useState("");

  function saved() {
    setEdited("");
    onSaved();
    // The table behind it shows the same properties; it looks by itself, or came from the server.
    sayContactsChanged();
    router.refresh();
  }

  return (
    <ul className="flex flex-col gap-2">
      {lines.map((line) => (
        <li key={line.property.name} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            {edited === line.property.name ? (
              <InPlace contactId={id} line={line} onSaved={saved} onCancel={() => setEdited("")} />
            ) : (
              <>
                <span className="block text-sm text-ink-3">{line.property.label}</span>
                <span className="block break-words">{line.shown ? <bdi>{line.shown}</bdi> : <Blank />}</span>
              </>
            )}
          </div>
          {line.writable && edited !== line.property.name && (
            <button
              type="button"
              aria-label={`Edit ${line.property.label}`}
              onClick={() => setEdited(line.property.name)}
              className={iconButtonLook}
            >
              <Pencil aria-hidden="true" className="size-4" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Blank() {
  return <span className="text-ink-3">Blank</span>;
}
