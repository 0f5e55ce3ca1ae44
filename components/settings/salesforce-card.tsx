import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { saveSalesforceAction } from "#lib/contacts/actions/settings.ts";

type Props = { salesforce: string; isAdmin: boolean; refused: boolean };

/** Where "View in Salesforce" leads. */
export function SalesforceCard({ salesforce, isAdmin, refused }: Props) {
  return (
    <Card title="Salesforce">
      <div className="flex flex-col items-start gap-4">
        <p className="max-w-prose">
          With the address of your Salesforce, “View in Salesforce” on a record leads to the record with its Salesforce
          ID. Dibs has no connection to Salesforce: it reads and writes nothing there.
        </p>
        {isAdmin ? (
          <form action={saveSalesforceAction} className="flex w-full max-w-xl flex-col items-start gap-3">
            <Field
              label="Salesforce address"
              name="salesforce"
              defaultValue={salesforce}
              placeholder="https://your-company.my.salesforce.com"
              description="Of the form https://….my.salesforce.com or https://….lightning.force.com; blank for none."
              error={
                refused ? "This is no address of Salesforce: copy it from your browser while you are there." : undefined
              }
              className="w-full"
            />
            <Button type="submit">Save address</Button>
          </form>
        ) : (
          <p className="text-ink-2">{salesforce === "" ? "An admin of the portal may set the address." : salesforce}</p>
        )}
      </div>
    </Card>
  );
}
