export const themes = ["system", "light", "dark"] as const;
export const densities = ["comfortable", "default", "compact"] as const;

export type Preferences = { theme: (typeof themes)[number]; density: (typeof densities)[number] };

/** How the screens shall look, from this browser's cookies. A cookie is what a stranger wrote: only known words count. */
export function preferencesOf(cookieNamed: (name: string) => string | undefined): Preferences {
  const [theme, density] = [cookieNamed("theme"), cookieNamed("density")];
  return {
    theme: themes.find((each) => each === theme) ?? "system",
    density: densities.find((each) => each === density) ?? "default",
  };
}
