import { Notice } from "#components/ui/notice.tsx";

/** What is wrong with the filter, so that nobody is shown; and what is shown otherwise than somebody may expect. */
export function FilterNotices({ faults, told }: { faults: readonly string[]; told: readonly string[] }) {
  return (
    <>
      {faults.length === 0 ? null : (
        <Notice tone="danger" title="This filter cannot be used, so nobody is shown.">
          <Sentences of={faults} />
        </Notice>
      )}
      {told.length === 0 ? null : (
        <Notice tone="warning" title="Not everything is as it was.">
          <Sentences of={told} />
        </Notice>
      )}
    </>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
