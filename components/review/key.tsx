/** The key that does the same as the button it stands in. */
export function Key({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden="true"
      className="rounded-sm border border-current/40 px-1.5 font-sans text-xs font-normal pointer-coarse:hidden"
    >
      {children}
    </kbd>
  );
}

const keys = [
  ["A", "accept"],
  ["E", "edit"],
  ["D", "apply to the domain"],
  ["S", "skip"],
  ["X", "dismiss"],
  ["Z", "undo"],
  ["J", "next"],
  ["K", "previous"],
  ["Esc", "leave a field"],
] as const;

/** Every key of the desk, for whoever has a keyboard. */
export function Keys() {
  return (
    <ul
      aria-label="Keys"
      className="col-span-full flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2 pointer-coarse:hidden noscript:hidden"
    >
      {keys.map(([key, does]) => (
        <li key={key}>
          <Key>{key}</Key> <span className="sr-only">{key}:</span> {does}
        </li>
      ))}
    </ul>
  );
}
