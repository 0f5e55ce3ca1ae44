import Link from "next/link";
import { explained } from "#lib/sales/domain-explained.ts";
import { readDomain } from "#lib/sales/domain.ts";

/** How what was typed became the domain that is owned, folded away until somebody asks. */
export function DomainExplainer({ website }: { website: string }) {
  const reading = readDomain(website);
  return (
    <details className="text-sm">
      <summary className="flex min-h-(--target) cursor-pointer items-center rounded-sm text-link underline">
        How the website was read
      </summary>
      <dl className="mt-2 flex flex-col gap-2">
        {explained(website, reading).map(({ part, value, why }) => (
          <div key={`${part} ${why}`}>
            <dt className="text-ink-3">{part}</dt>
            <dd className="break-words">
              {value === "" ? null : <bdi className="font-semibold">{value}</bdi>}{" "}
              <span className="text-ink-2">{why}</span>
            </dd>
          </div>
        ))}
      </dl>
      {reading.ok && (
        <p className="mt-2">
          <Link href={`/registration/${reading.key}`} prefetch={false} className="text-link underline">
            The domain {reading.display}
          </Link>
        </p>
      )}
    </details>
  );
}
