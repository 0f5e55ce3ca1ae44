"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";

/** Copies a text that stands beside it. Without JavaScript it is not there: the text can be marked by hand. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState("");
  const isAlive = useSyncExternalStore(never, yes, no);
  if (!isAlive) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <>
      <Button onClick={() => void copy()}>Copy</Button>
      <output className="self-center text-sm text-ink-2">{copied === text ? "Copied." : ""}</output>
    </>
  );
}

function never() {
  return () => undefined;
}

const yes = () => true;
const no = () => false;
