/** Figures, dates and plurals as the screens say them; the server and the browser must say the same. */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${many.toLocaleString("en-US")} ${many === 1 ? one : more}`;
}

/** "5/5/2014", as the seed writes dates, in the portal's zone. */
export function shortDate(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "short" })
    .format(instant)
    .replace(/\/(\d\d)$/, "/20$1");
}

/** "May 6, 2014, 14:02" in the portal's zone. */
export function dateAndTime(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "medium", timeStyle: "short", hour12: false }).format(
    instant,
  );
}

/** "May 6, 2015" for a calendar date. */
export function longDay(day: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone: "UTC", dateStyle: "medium" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

const steps = [
  { unit: "y", ms: 31_557_600_000 },
  { unit: "mo", ms: 2_629_800_000 },
  { unit: "d", ms: 86_400_000 },
  { unit: "h", ms: 3_600_000 },
  { unit: "m", ms: 60_000 },
];

/** "21h ago", as the seed's page 1a says it. */
export function ago(instant: number, now: number): string {
  const passed = Math.max(0, now - instant);
  const step = steps.find(({ ms }) => passed >= ms);
  return step === undefined ? "just now" : `${Math.floor(passed / step.ms)}${step.unit} ago`;
}
