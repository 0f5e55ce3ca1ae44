import { createContext, use } from "react";
import { type CommandName, commandsIn, keyCap, type KeyMap, keysAsMade } from "#lib/portals/keys.ts";

/** The keys as this person has set them. */
export const KeyMapContext = createContext<KeyMap>({ on: true, keys: keysAsMade });

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

/** The key of a command, where it has one. */
export function CommandKey({ of }: { of: CommandName }) {
  const { on, keys } = use(KeyMapContext);
  return on && keys[of] !== "" ? <Key>{keyCap(keys[of])}</Key> : null;
}

/** Every key of the desk, for whoever has a keyboard. */
export function Keys() {
  const { on, keys } = use(KeyMapContext);
  if (!on) return null;
  const lines = commandsIn("review").map(({ name, does }) => ({ cap: keyCap(keys[name]), does }));
  return (
    <ul
      aria-label="Keys"
      className="col-span-full flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2 pointer-coarse:hidden noscript:hidden"
    >
      {[...lines.filter(({ cap }) => cap !== ""), { cap: "Esc", does: "Leave a field" }].map(({ cap, does }) => (
        <li key={does}>
          <Key>{cap}</Key> <span className="sr-only">{cap}:</span> {does}
        </li>
      ))}
    </ul>
  );
}
