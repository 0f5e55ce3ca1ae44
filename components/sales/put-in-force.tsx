import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FieldArea } from "#components/ui/field.tsx";
import { changePolicyAction } from "#lib/registration/actions/policy.ts";
import type { PolicyFields } from "#lib/registration/policy-form.ts";

type Props = { fields: PolicyFields; version: number; changes: string };

/** After the dry run; `version` is the one that the person sees in force. */
export function PutInForce({ fields, version, changes }: Props) {
  return (
    <Card title={`Put version ${version + 1} in force`}>
      <form action={changePolicyAction} className="flex flex-col gap-4">
        <p>{changes}.</p>
        <input type="hidden" name="expected" value={version} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FieldArea label="Reason" name="reason" required maxLength={500} rows={2} />
        <Button type="submit" variant="primary" className="self-start">
          Put in force
        </Button>
      </form>
    </Card>
  );
}
