import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { refusalInWords } from "#lib/sales/domain-words.ts";
import { readDomain } from "#lib/sales/domain.ts";

/** Any spelling of a website leads to the page of its domain; one that cannot be read is explained. */
export function LookUpForm({ website }: { website: string }) {
  const reading = readDomain(website);
  const refused = website === "" || reading.ok ? null : reading;
  return (
    <form className="flex max-w-xl flex-col gap-3">
      <p className="text-ink-2">
        How does a domain stand, before you ask for it? Enter a website as you have it; other portals are never named.
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label="Website"
          name="website"
          required
          defaultValue={website}
          placeholder="acme.com"
          error={refused === null ? undefined : refusalInWords(refused.no)}
          className="min-w-64 flex-1"
        />
        <Button type="submit" variant="primary">
          Look up
        </Button>
      </div>
      {(refused?.suggest ?? []).map((suggestion) => (
        <p key={suggestion}>
          Did you mean{" "}
          <a href={`/registration?website=${encodeURIComponent(suggestion)}`} className="text-link underline">
            {suggestion}
          </a>
          ?
        </p>
      ))}
    </form>
  );
}
