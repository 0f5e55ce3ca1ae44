import type { Trigger, Values } from "#lib/contacts/contact.ts";
import type { FormDesign } from "#lib/forms/form.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

export type Submission = { email: string; form: string; page: string; submissionId: string };

/** One thing that somebody did. `at` is its instant; contacts are found by e-mail, or by name where they have none. */
export type Happening = { at: number } & (
  | {
      is: "arrival";
      portalId: number;
      trigger: Trigger | null;
      contacts: readonly Values[];
      submissions: readonly Submission[];
    }
  | { is: "requests"; portalId: number; emails: readonly string[] }
  | { is: "edit"; portalId: number; name: string; values: Values }
  | { is: "pursuits"; pursuits: { website: string; account: string; reason: string }[] }
  | { is: "pursuit-end"; key: string; reason: string }
  | { is: "exclusions"; exclusions: { website: string; why: NotPursuedReason; reason: string }[] }
  | { is: "pause"; portalId: number }
  | { is: "form"; portalId: number; design: FormDesign; visits: number; sent: readonly Values[] }
);
