import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";

type Props = { portalId: number; origin: string; secret: string | null };

/** How a partner's own website tells us that somebody sent a form; the secret is for admins. */
export function ConversionsCard({ portalId, origin, secret }: Props) {
  return (
    <Card title="Forms from your own site">
      <div className="flex flex-col gap-4">
        <p className="max-w-prose">
          When somebody sends a form on your website, let the website send it here. It counts as a conversion event of
          the contact with that e-mail, and the contact is registered by itself as soon as nothing else is missing. The
          same submissionId twice counts once.
        </p>
        <pre className="rounded-md border border-line bg-sunken p-3 text-sm break-all whitespace-pre-wrap">
          {exampleOf(portalId, origin)}
        </pre>
        <p className="max-w-prose text-ink-2">
          The signature is the HMAC-SHA256 of the body, exactly as sent, with your signing secret. Keep the secret on
          your server: who has it can send conversions for your contacts.
        </p>
        {secret === null ? (
          <p className="text-sm text-ink-3">An admin of the portal sees the signing secret here.</p>
        ) : (
          <details>
            <summary className="min-h-7 cursor-pointer self-start rounded-sm text-link underline">
              Show the signing secret
            </summary>
            <Field label="Signing secret" readOnly value={secret} className="mt-2 max-w-lg" />
          </details>
        )}
      </div>
    </Card>
  );
}

function exampleOf(portalId: number, origin: string): string {
  const body = JSON.stringify({
    portalId,
    email: "jillian@acme.com",
    form: "Contact us",
    page: "https://www.your-site.com/contact",
    submissionId: "one-for-each-form-sent",
  });
  return `BODY='${body}'
SIGNATURE=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$SIGNING_SECRET" -r | cut -d' ' -f1)
curl ${origin}/api/conversions \\
  -H "content-type: application/json" \\
  -H "x-dibs-signature: sha256=$SIGNATURE" \\
  --data-raw "$BODY"`;
}
