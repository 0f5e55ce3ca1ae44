import type { InRule } from "#components/lists/in-rule.ts";
import { RuleLine } from "#components/lists/rule-line.tsx";
import { Button } from "#components/ui/button.tsx";
import { FieldProblem } from "#components/ui/field-problem.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import { inputsAt, mayGrow, placeIn } from "#lib/lists/draft.ts";
import { type Group, isGroup } from "#lib/lists/rule.ts";

type Props = InRule & { rule: Group; group: Group; at: string; depth: number };

/** Lines and groups of a rule, all or any of which have to hold. */
export function RuleGroup({ rule, group, at, depth, ...inRule }: Props) {
  const { press } = inRule;
  const may = mayGrow(rule, depth);
  const fault = inRule.faults.find((each) => each.at === at);
  return (
    <fieldset className={at === "" ? undefined : "border-l-2 border-line pl-4"}>
      <legend className="sr-only">{at === "" ? "The rule" : `Group ${at}`}</legend>
      {/* Apart from the fieldset, which browsers lay out anew with all that stands in it whenever it gets another part. */}
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end justify-between gap-2">
          <FieldSelect
            label={at === "" ? "Contacts belong to the list when" : "when"}
            name={inputsAt(at).join}
            defaultValue={group.join}
          >
            <option value="all">all of these are true</option>
            <option value="any">any of these is true</option>
          </FieldSelect>
          {at === "" ? null : (
            <Button type="submit" name="do" value={`remove@${at}`} onClick={press} variant="quiet" size="small">
              Remove group
            </Button>
          )}
        </div>
        {fault === undefined ? null : <FieldProblem id={`fault-${at}`}>{fault.message}</FieldProblem>}
        {group.parts.map((part, place) => {
          const here = placeIn(at, place);
          return isGroup(part) ? (
            <RuleGroup key={here} {...inRule} rule={rule} group={part} at={here} depth={depth + 1} />
          ) : (
            <RuleLine key={here} {...inRule} clause={part} at={here} />
          );
        })}
        <div className="flex flex-wrap gap-2">
          {may.line ? (
            <Button type="submit" name="do" value={`add@${at}`} onClick={press} size="small">
              Add line
            </Button>
          ) : null}
          {may.group ? (
            <Button type="submit" name="do" value={`group@${at}`} onClick={press} size="small">
              Add group
            </Button>
          ) : null}
        </div>
      </div>
    </fieldset>
  );
}
