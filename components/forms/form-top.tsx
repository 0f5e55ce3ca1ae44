import { stateInWords } from "#components/forms/form-state.ts";
import { FormTools } from "#components/forms/form-tools.tsx";
import { FormViews } from "#components/forms/form-views.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import type { FormRecord } from "#lib/forms/queries/forms.ts";
import { rateInWords } from "#lib/forms/rate.ts";
import { formDone, formRefused } from "#lib/forms/sentences.ts";
import type { FormView } from "#lib/forms/view.ts";
import { ago, count } from "#lib/words.ts";

type Props = {
  form: FormRecord;
  view: FormView;
  week: { visits: number; submissions: number };
  now: number;
  told: { done: string | undefined; problem: string | undefined };
};

/** Name, state and figures of a form, what can be done with it, and the ways to its parts. */
export function FormTop({ form, view, week, now, told }: Props) {
  const { id, name, state, visits, submissions, held, lastSubmissionAt } = form;
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/forms">All forms</BackLink>
      <h1 className="min-w-0 text-2xl break-words">
        <bdi>{name}</bdi>
      </h1>
      <p className="text-ink-2">
        <strong className="font-semibold text-ink">{stateInWords[state]}</strong>: {count(visits, "visit")},{" "}
        {count(submissions, "submission")}
        {visits === 0 ? "" : ` (${rateInWords({ visits, submissions })})`}
        {lastSubmissionAt === null ? "" : `, the last ${ago(lastSubmissionAt, now)}`}. In the last 7 days{" "}
        {count(week.visits, "visit")} and {count(week.submissions, "submission")}.
      </p>
      <NoticeOfWord word={told.done} sentences={formDone} />
      <NoticeOfWord word={told.problem} sentences={formRefused} tone="danger" />
      <FormTools form={{ id, name, state }} />
      <FormViews id={id} view={view} held={held} />
    </header>
  );
}
