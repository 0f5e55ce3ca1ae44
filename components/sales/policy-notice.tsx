import { Notice } from "#components/ui/notice.tsx";
import type { PolicyVersion } from "#lib/registration/queries/policies.ts";

type Props = { done: string | undefined; problem: string | undefined; newest: PolicyVersion };

/** What the last button did; the words are ours, the address only says which. */
export function PolicyNotice({ done, problem, newest }: Props) {
  const { version, who, reason } = newest;
  if (done === String(version)) return <Notice tone="success" title={`Version ${version} is in force.`} />;
  if (problem === "overtaken")
    return (
      <Notice tone="danger" title={`Somebody else was faster: version ${version} is in force by now.`}>
        Nothing of yours was changed. <bdi>{who}</bdi> put it in force: {reason} Your settings are simulated again
        below; put them in force if they still hold.
      </Notice>
    );
  if (problem === "unchanged") return <Notice tone="warning" title="These settings are in force already." />;
  if (problem === "reason-missing")
    return <Notice tone="danger" title="Say why, in at most 500 characters. Nothing was changed." />;
  return null;
}
