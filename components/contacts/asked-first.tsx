"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";

// Loaded when it is first wanted; until then, and without JavaScript, the <details> asks the same question.
const Asking = dynamic(() =>
  import("#components/contacts/consequence-dialog.tsx").then(({ ConsequenceDialog }) => ConsequenceDialog),
);

type Props = { label: string; title: string; question: ReactNode; keep: string; children: ReactNode };

/** What deletes something: pressed, it asks the question before it shows what does it. `keep` is the way back. */
export function AskedFirst({ label, title, question, keep, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <details className="text-sm">
        <summary
          onClick={(event) => {
            event.preventDefault();
            setIsOpen(true);
          }}
          className="flex min-h-7 cursor-pointer items-center rounded-sm px-2 text-danger hover:bg-danger-bg pointer-coarse:min-h-11"
        >
          {label}
        </summary>
        <div className="flex flex-col items-start gap-2 px-2 py-2 text-ink-2">
          {question}
          {children}
        </div>
      </details>
      {isOpen && (
        <Asking title={title} question={question} keep={keep} onClose={() => setIsOpen(false)}>
          {children}
        </Asking>
      )}
    </>
  );
}
