import type { Density, Theme } from "#components/frame/person-menu.tsx";

const themes: readonly Theme[] = ["light", "dark"];
const densities: readonly Density[] = ["comfortable", "compact"];

/** How the screens look, from two cookies. A cookie is what a stranger wrote: only known words reach the page. */
export function preferencesOf(cookie: (name: string) => string | undefined): { theme: Theme; density: Density } {
  return {
    theme: themes.find((each) => each === cookie("theme")) ?? "system",
    density: densities.find((each) => each === cookie("density")) ?? "default",
  };
}
