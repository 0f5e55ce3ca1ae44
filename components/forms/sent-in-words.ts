const most = 1_000;

/** "First Name: Jillian · Company: Acme", cut where it is very long. */
export function sentInWords(
  values: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): string {
  const words = Object.entries(values).map(([name, value]) => `${labels[name] ?? name}: ${value}`);
  const whole = words.join(" · ");
  return whole.length > most ? `${whole.slice(0, most)}…` : whole;
}
