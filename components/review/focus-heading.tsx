import { useEffect, useRef } from "react";

/** The name of what is at hand; it takes the focus when it comes because somebody moved on, and never on arrival. */
export function FocusHeading({ id, focused, children }: { id: string; focused: boolean; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  return (
    <h2
      ref={heading}
      id={id}
      tabIndex={-1}
      className="rounded-sm text-xl break-words focus:outline-2 focus:outline-offset-2 focus:outline-focus"
    >
      {children}
    </h2>
  );
}
