/** Why a contact gets no e-mail; null where it may. */
export type NoMail = "opted-out" | "bounced" | "both" | null;

/** From the values of a contact, so that it is true whichever way they came: by hand, by import, by a form, by the API. */
export function noMailOf(values: Readonly<Record<string, string>>): NoMail {
  const optedOut = values["email_opt_out"] === "true";
  const bounced = (values["email_bounced"] ?? "") !== "";
  if (optedOut) return bounced ? "both" : "opted-out";
  return bounced ? "bounced" : null;
}
