import { Check, CircleMinus, MinusCircle, X } from "lucide-react";
import type { ReactNode } from "react";
import { LooksLike } from "#components/registration/looks-like.tsx";
import { findingInWords, ruleInWords } from "#lib/registration/rule-words.ts";
import type { Finding } from "#lib/registration/rules.ts";

const looks = {
  passed: { icon: Check, look: "text-registered", word: "Passed" },
  failed: { icon: X, look: "text-invalid", word: "Failed" },
  waived: { icon: CircleMinus, look: "text-pending", word: "Waived" },
  skipped: { icon: MinusCircle, look: "text-ink-3", word: "Not looked at" },
};

type Props = { findings: readonly Finding[]; vendor: string; mends?: Readonly<Record<string, ReactNode>> };

/** Every rule with what it saw: passed, failed, waived, or nothing to look at. `mends` has, by rule, the way to where it is mended. */
export function FindingsList({ findings, vendor, mends }: Props) {
  return (
    <ul className="flex flex-col gap-2">
      {findings.map((finding) => {
        const { icon: Icon, look, word } = looks[finding.result];
        return (
          <li key={finding.rule} className="flex gap-2">
            <Icon aria-hidden="true" className={`mt-1 size-4 shrink-0 ${look}`} />
            <div className="min-w-0">
              <p className="font-semibold">
                {ruleInWords(finding.rule, vendor)} <span className={`text-sm font-normal ${look}`}>{word}</span>
              </p>
              <p className="text-sm break-words text-ink-2">
                <bdi>{findingInWords(finding)}</bdi> {mends?.[finding.rule]}
              </p>
              <LooksLike alike={finding.alike ?? null} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
