/** Figures, dates and plurals as the screens say them; the server and the browser must say the same. */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${figure(many)} ${many === 1 ? one : more}`;
}

/** "3,638" for a whole number. By hand, as the days below: a browser's first `Intl` takes it longer than all our rows. */
export function figure(many: number): string {
  return String(many).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "12 contacts", or "1,000+ contacts" where counting stopped there. */
export function countUpTo(total: { count: number; exact: boolean }, one: string): string {
  return total.exact ? count(total.count, one) : `${figure(total.count)}+ ${one}s`;
}

/** "5/5/2014" for a calendar date, as the seed writes dates. */
export function shortDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(month)}/${Number(date)}/${year}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "May 6, 2015" for a calendar date. */
export function longDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${months[Number(month) - 1]} ${Number(date)}, ${year}`;
}

const wholeMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "May 2014" for a month, "2014-05". */
export function monthInWords(month: string): string {
  const [year, number] = month.split("-");
  return `${wholeMonths[Number(number) - 1]} ${year}`;
}

/** "May 6, 2014, 14:02" in the portal's zone. */
export function dateAndTime(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "medium", timeStyle: "short", hour12: false }).format(
    instant,
  );
}

const steps = [
  { unit: "y", name: "Year", ms: 31_557_600_000 },
  { unit: "mo", name: "Month", ms: 2_629_800_000 },
  { unit: "d", name: "Day", ms: 86_400_000 },
  { unit: "h", name: "Hour", ms: 3_600_000 },
  { unit: "m", name: "Minute", ms: 60_000 },
];

/** "21h ago", as the seed's page 1a says it. */
export function ago(instant: number, now: number): string {
  const passed = Math.max(0, now - instant);
  const step = steps.find(({ ms }) => passed >= ms);
  return step === undefined ? "just now" : `${Math.floor(passed / step.ms)}${step.unit} ago`;
}

/** "2 Years Ago", as the seed's page 1c says it. */
export function longAgo(instant: number, now: number): string {
  const passed = Math.max(0, now - instant);
  const step = steps.find(({ ms }) => passed >= ms);
  return step === undefined ? "Just Now" : `${count(Math.floor(passed / step.ms), step.name)} Ago`;
}
