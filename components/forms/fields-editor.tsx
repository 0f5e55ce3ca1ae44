import { ArrowDown, ArrowUp, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { FieldProblem } from "#components/ui/field-problem.tsx";
import { inputsOf } from "#lib/forms/draft.ts";
import type { FormField } from "#lib/forms/form.ts";

type Known = { name: string; label: string };
type Props = { fields: readonly FormField[]; properties: readonly Known[]; problem: string | undefined };

/** What the form asks for, in its order; every button posts the whole form. */
export function FieldsEditor({ fields, properties, problem }: Props) {
  const labels = new Map(properties.map(({ name, label }) => [name, label]));
  const shown = fields.filter(({ property }) => labels.has(property));
  const others = properties.filter(({ name }) => !fields.some(({ property }) => property === name));
  return (
    <Card title="What it asks for">
      <input type="hidden" name="fields" value={shown.map(({ property }) => property).join(" ")} />
      <ol className="flex flex-col divide-y divide-line">
        {shown.map((field, at) => (
          <FieldLine
            key={field.property}
            field={field}
            name={labels.get(field.property) ?? field.property}
            isFirst={at === 0}
            isLast={at === shown.length - 1}
          />
        ))}
      </ol>
      {problem === undefined ? null : <FieldProblem>{problem}</FieldProblem>}
      <div className="mt-3 flex flex-wrap items-end gap-2">
        <FieldSelect label="Another property" name="add" defaultValue="" className="min-w-44 flex-1 sm:max-w-72">
          <option value="">Choose a property</option>
          {others.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </FieldSelect>
        <Button type="submit" name="do" value="add">
          Add field
        </Button>
      </div>
    </Card>
  );
}

type LineProps = { field: FormField; name: string; isFirst: boolean; isLast: boolean };

function FieldLine({ field: { property, label, required }, name, isFirst, isLast }: LineProps) {
  const inputs = inputsOf(property);
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-2 py-3 first:pt-0">
      <Field
        label={`Label of ${name}`}
        name={inputs.label}
        defaultValue={label}
        placeholder={name}
        maxLength={200}
        className="min-w-44 flex-1"
      />
      {property === "email" ? (
        <span className="flex min-h-(--control-height) items-center text-sm text-ink-2">Always needed</span>
      ) : (
        <Checkbox
          name={inputs.required}
          value="1"
          defaultChecked={required}
          label="Needed"
          className="min-h-(--control-height)"
        />
      )}
      <span className="flex gap-1">
        <Press value={`up@${property}`} says={`Move ${name} up`} disabled={isFirst} icon={ArrowUp} />
        <Press value={`down@${property}`} says={`Move ${name} down`} disabled={isLast} icon={ArrowDown} />
        <Press value={`remove@${property}`} says={`Remove ${name}`} disabled={property === "email"} icon={X} />
      </span>
    </li>
  );
}

type PressProps = { value: string; says: string; disabled: boolean; icon: typeof X };

function Press({ value, says, disabled, icon: Icon }: PressProps) {
  return (
    <Button type="submit" name="do" value={value} variant="quiet" aria-label={says} disabled={disabled}>
      <Icon aria-hidden="true" className="size-4" />
    </Button>
  );
}
