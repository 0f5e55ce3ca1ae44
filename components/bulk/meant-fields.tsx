/** Whom the form means, as the address of the page says it: carried along, so that the form needs no JavaScript. */
export function MeantFields({ meant }: { meant: readonly (readonly [name: string, value: string])[] }) {
  return meant.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}
