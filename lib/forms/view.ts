/** The parts of a form's page, in their order. */
export const formViews = [
  { view: "submissions", label: "Submissions" },
  { view: "held", label: "Held back" },
  { view: "edit", label: "Edit" },
  { view: "preview", label: "Preview" },
  { view: "share", label: "Share" },
] as const;

export type FormView = (typeof formViews)[number]["view"];

export function formViewNamed(word: string | undefined): FormView {
  return formViews.find(({ view }) => view === word)?.view ?? "submissions";
}
