import { dayIn } from "#lib/day.ts";

/** When, by whom and by which way a contact was opted out. */
export type OptedOut = { at: number; source: string; who: string };

export const noMailHeadings = [
  "Contact ID",
  "Email",
  "First Name",
  "Last Name",
  "Company",
  "Opted Out of Email",
  "Opted Out On",
  "Opted Out By",
  "Reason",
  "Email Bounced On",
];

type Row = { id: number; values: Readonly<Record<string, string>> };

/** One contact of the file; days are those of the portal's zone. Who bounced alone has nothing under opting out. */
export function noMailLine({ id, values }: Row, said: OptedOut | undefined, timeZone: string): string[] {
  const isOut = values["email_opt_out"] === "true";
  const of = (name: string) => values[name] ?? "";
  const optedOut = isOut
    ? ["Yes", said === undefined ? "" : dayIn(timeZone, said.at), said === undefined ? "" : byWhom(said)]
    : ["No", "", ""];
  return [
    String(id),
    of("email"),
    of("firstname"),
    of("lastname"),
    of("company"),
    ...optedOut,
    isOut ? of("email_opt_reason") : "",
    of("email_bounced"),
  ];
}

function byWhom({ source, who }: OptedOut): string {
  return source === "api" ? `${who} (API)` : who;
}
