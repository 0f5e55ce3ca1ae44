import { X } from "lucide-react";
import type { InRule } from "#components/lists/in-rule.ts";
import { PropertyOptions } from "#components/lists/property-options.tsx";
import { RuleValues } from "#components/lists/rule-values.tsx";
import { Button } from "#components/ui/button.tsx";
import { FieldProblem } from "#components/ui/field-problem.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import { useFrames } from "#components/ui/frames.ts";
import { inputsAt } from "#lib/lists/draft.ts";
import { type Clause, operatorsOf } from "#lib/lists/rule.ts";
import { operatorInWords } from "#lib/lists/rule-words.ts";

/** One line: a property, what is asked of it, and the values it is asked for. */
export function RuleLine({ clause, at, fields, faults, press, refit, late }: InRule & { clause: Clause; at: string }) {
  // Most of what a new line costs to draw. What is chosen already needs its option.
  const [frame] = useFrames({ late: late && clause.field === "", last: 1 });
  const field = fields.find(({ name }) => name === clause.field);
  const fault = faults.find((each) => each.at === at);
  const names = inputsAt(at);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-start gap-2">
          <FieldSelect
            label={`Property of line ${at}`}
            labelHidden
            name={names.field}
            defaultValue={clause.field}
            onChange={refit}
            className="min-w-44 flex-1 sm:max-w-64"
          >
            <option value="">Choose a property</option>
            {frame === 1 && <PropertyOptions fields={fields} />}
          </FieldSelect>
          {field === undefined ? null : (
            <FieldSelect
              label={`What is asked in line ${at}`}
              labelHidden
              key={clause.field}
              name={names.is}
              defaultValue={clause.is}
              onChange={refit}
              className="min-w-36"
            >
              {operatorsOf[field.type].map((is) => (
                <option key={is} value={is}>
                  {operatorInWords(field.type, is)}
                </option>
              ))}
            </FieldSelect>
          )}
          {field === undefined ? null : (
            <RuleValues key={`${clause.field} ${clause.is}`} field={field} clause={clause} at={at} />
          )}
        </div>
        <Button
          type="submit"
          name="do"
          value={`remove@${at}`}
          onClick={press}
          variant="quiet"
          aria-label={`Remove line ${at}`}
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {fault === undefined ? null : <FieldProblem id={`fault-${at}`}>{fault.message}</FieldProblem>}
    </div>
  );
}
