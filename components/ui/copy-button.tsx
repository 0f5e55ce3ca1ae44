"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = { text: string; of?: string; size?: "small" | "medium" };

/** Copies a text that stands beside it, and says so. Without JavaScript it is not there: the text can be marked by hand. */
export function CopyButton({ text, of, size = "medium" }: Props) {
  const [said, say] = useState({ text: "", words: "" });
  const tell = (words: string) => say({ text, words });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => tell("Copied."),
      () => tell("Your browser did not let us copy. Mark the text, and copy it yourself."),
    );
  return (
    <>
      <Button
        size={size}
        onClick={() => void copy()}
        className="noscript:hidden"
        {...(of !== undefined && { "aria-label": `Copy: ${of}` })}
      >
        Copy
      </Button>
      <output className="self-center text-sm text-ink-2">{said.text === text ? said.words : ""}</output>
    </>
  );
}
