import { type KeyMap, keyMapOf } from "#lib/portals/keys.ts";

export const themes = ["system", "light", "dark"] as const;
export const densities = ["comfortable", "default", "compact"] as const;

export type Preferences = { theme: (typeof themes)[number]; density: (typeof densities)[number]; keys: KeyMap };

/**
 * How the screens shall look, and which keys they listen to, from this browser's cookies. A cookie is what a stranger wrote:
 * only known words count.
 */
export function preferencesOf(cookieNamed: (name: string) => string | undefined): Preferences {
  const [theme, density] = [cookieNamed("theme"), cookieNamed("density")];
  return {
    theme: themes.find((each) => each === theme) ?? "system",
    density: densities.find((each) => each === density) ?? "default",
    keys: keyMapOf(cookieNamed("keys")),
  };
}
