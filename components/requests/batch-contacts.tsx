import { RequestsTable } from "#components/requests/requests-table.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import type { BatchView } from "#lib/registration/queries.ts";
import type { BatchRequest } from "#lib/registration/queries/batch-requests.ts";
import { count } from "#lib/words.ts";

type Props = {
  batch: BatchView;
  requests: readonly BatchRequest[];
  /** The receipt after which this page begins (0 for the first), and the one after which the next does. */
  pages: { after: number; next: number | undefined };
  vendor: string;
  timeZone: string;
};

/** Each contact that a bulk request asked for, a page at a time. */
export function BatchContacts({ batch, requests, pages: { after, next }, vendor, timeZone }: Props) {
  if (requests.length === 0) return null;
  return (
    <Section
      title={
        batch.requested > requests.length
          ? `${requests.length} of ${count(batch.requested, "contact")}, by receipt`
          : count(requests.length, "contact")
      }
    >
      <RequestsTable label="Contacts asked for" requests={requests} vendor={vendor} timeZone={timeZone} />
      <Pagination
        label="Pages of this request"
        newer={after === 0 ? undefined : `/requests/${batch.id}`}
        older={next === undefined ? undefined : `/requests/${batch.id}?after=${next}`}
        names={{ newer: "First", older: "Next" }}
      />
    </Section>
  );
}
