"use client";

import { useEffect, useRef } from "react";
import { movePropertyAction } from "#lib/properties/actions.ts";

export const moveForm = "move-form";

/** One form for all the arrows of the page. It works without JavaScript. */
export function MoveForm() {
  const pressed = useRef<HTMLElement | null>(null);
  // A button that is moved with its line loses the focus, and who presses it again by keyboard would have to look for it.
  useEffect(() => {
    if (document.activeElement === document.body) pressed.current?.focus();
  });
  return (
    <form
      id={moveForm}
      action={movePropertyAction}
      hidden
      onSubmit={({ nativeEvent }) => {
        pressed.current = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
      }}
    />
  );
}
