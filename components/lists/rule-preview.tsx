"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { readDraft } from "#lib/lists/draft.ts";
import type { RulePreview as Preview } from "#lib/lists/queries/preview.ts";
import type { Group } from "#lib/lists/rule.ts";
import { count, figure } from "#lib/words.ts";

const calmMs = 300;

/** `rule` is another one with every answer of the form. */
type Props = { rule: Group };

/** Whom the rule would put into the list, while it is made. Without JavaScript nothing is shown until the list is saved. */
export function RulePreview(props: Props) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } }));
  return (
    <QueryClientProvider client={client}>
      <Previewed {...props} />
    </QueryClientProvider>
  );
}

function Previewed({ rule }: Props) {
  const [typed, setTyped] = useState(rule);
  const here = useRef<HTMLDivElement>(null);
  // The form stands around this card: what is typed into it is heard there.
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(later);
      later = setTimeout(() => setTyped(readDraft(new FormData(form), rule).rule), calmMs);
    };
    look();
    form.addEventListener("input", look);
    return () => {
      clearTimeout(later);
      form.removeEventListener("input", look);
    };
  }, [rule]);

  const { data, isError } = useQuery({
    queryKey: ["lists", "preview", typed],
    queryFn: () => fetchPreview(typed),
    placeholderData: keepPreviousData,
  });
  return (
    <div ref={here}>
      <Card title="Who is in it">
        {isError ? <p className="text-danger">This could not be counted. Save, and the list will be filled.</p> : null}
        {data === undefined ? <p className="text-ink-3">Counting …</p> : <Counted found={data} />}
      </Card>
    </div>
  );
}

function Counted({ found }: { found: Preview }) {
  const { faults, words, matching, looked, total, samples } = found;
  if (faults.length > 0 || words === "") return <p className="text-ink-3">Fill in every line to see who matches.</p>;
  return (
    <div className="flex flex-col gap-3">
      <output className="font-semibold">
        {looked < total ? `At least ${count(matching, "contact")}` : count(matching, "contact")}
      </output>
      {looked < total ? (
        <p className="text-sm text-ink-3">
          Of the newest {figure(looked)} of {figure(total)}; the rest is asked when you save.
        </p>
      ) : null}
      <p className="text-sm text-ink-2">{words}.</p>
      {samples.length === 0 ? null : (
        <ul className="flex flex-col gap-1 text-sm" aria-label="Some of them">
          {samples.map(({ id, name, email }) => (
            <li key={id} className="min-w-0 break-words">
              <bdi>{name || email || `Contact ${id}`}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function fetchPreview(rule: Group): Promise<Preview> {
  const response = await fetch("/api/lists/preview", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ rule }),
  });
  if (!response.ok) throw new Error(`preview: ${response.status}`);
  const found: Preview = await response.json();
  return found;
}
