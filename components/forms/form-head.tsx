import type { ShownForm } from "#lib/forms/shown.ts";

type Props = { form: Pick<ShownForm, "heading" | "intro">; level: 1 | 2 };

/** What stands over the fields. */
export function FormHead({ form: { heading, intro }, level }: Props) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <header className="flex flex-col gap-2">
      <Heading className="text-2xl">
        <bdi>{heading}</bdi>
      </Heading>
      {intro === "" ? null : <p className="whitespace-pre-line text-ink-2">{intro}</p>}
    </header>
  );
}
