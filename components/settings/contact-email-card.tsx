import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { FieldArea } from "#components/ui/field.tsx";
import { saveEmailSettingsAction } from "#lib/contacts/actions/settings.ts";
import { type ContactSettings, longestNote } from "#lib/contacts/settings.ts";

type Props = { settings: ContactSettings; isAdmin: boolean };

/** "Manage email": what an opt-out means here. Dibs sends nothing to contacts, and says so. */
export function ContactEmailCard({ settings, isAdmin }: Props) {
  return (
    <Card title="E-mail to contacts">
      <div className="flex flex-col items-start gap-4">
        <p className="max-w-prose">
          Dibs sends no e-mail to contacts. “Opt Out of Email” on a record, an import, a form or the API keeps who wants
          none, and a day on which an e-mail came back; whatever you send e-mail with has to be told.
        </p>
        <LinkButton href="/lists/unsubscribes">Export unsubs and bounces</LinkButton>
        {isAdmin ? <EmailForm settings={settings} /> : <EmailSettings settings={settings} />}
      </div>
    </Card>
  );
}

function EmailForm({ settings: { formsOptIn, emailNote } }: Pick<Props, "settings">) {
  return (
    <form action={saveEmailSettingsAction} className="flex w-full max-w-xl flex-col items-start gap-4">
      <FieldArea
        label="What opting out means in this portal"
        name="emailNote"
        defaultValue={emailNote}
        maxLength={longestNote}
        description="Whoever presses Opt Out of Email reads it, for example which program has to be told as well."
        className="w-full"
      />
      <Checkbox
        name="formsOptIn"
        value="1"
        defaultChecked={formsOptIn}
        label="Forms may opt a contact in again"
        description="Unless this is ticked, an opt-out stays, whatever the contact sends in a form later."
      />
      <Button type="submit">Save e-mail settings</Button>
    </form>
  );
}

function EmailSettings({ settings: { formsOptIn, emailNote } }: Pick<Props, "settings">) {
  return (
    <>
      {emailNote === "" ? null : (
        <p className="max-w-prose">
          <bdi>{emailNote}</bdi>
        </p>
      )}
      <p className="text-sm text-ink-3">
        {formsOptIn
          ? "A form may opt a contact in again."
          : "An opt-out stays, whatever the contact sends in a form later."}{" "}
        An admin of the portal may change this.
      </p>
    </>
  );
}
