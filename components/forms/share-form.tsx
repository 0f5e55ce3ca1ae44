import { Card } from "#components/ui/card.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AskedField } from "#lib/forms/form.ts";
import { hostedPath } from "#lib/forms/public-id.ts";
import { frameSnippet, plainSnippet } from "#lib/forms/snippet.ts";

type Props = {
  form: { publicId: string; name: string; heading: string; button: string; fields: readonly AskedField[] };
  isLive: boolean;
  origins: readonly string[];
  origin: string;
};

/** The three ways in which a form reaches people. */
export function ShareForm({ form, isLive, origins, origin }: Props) {
  const { publicId, name, heading, button, fields } = form;
  const shared = { origin, publicId, name: heading || name };
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {isLive ? null : (
        <Notice tone="warning" title="Nobody can open this form yet.">
          Publish it first: until then its address is answered as if it were not there.
        </Notice>
      )}
      <Card title="Its own page">
        <CopyText label="Address" text={`${origin}${hostedPath(publicId, { embed: false })}`} rows={1} />
      </Card>
      <Card title="In a page of your website">
        <div className="flex flex-col gap-3">
          <p className="text-ink-2">
            {origins.length === 0
              ? "Any website may show it. Under Edit you can name those that may."
              : `Only ${origins.join(", ")} may show it.`}
          </p>
          <CopyText label="Frame" text={frameSnippet(shared)} rows={3} />
        </div>
      </Card>
      <Card title="As a plain form in your own look">
        <CopyText
          label="HTML"
          description="Style it as you like, and keep the names. The hidden field stays empty: only programs fill it."
          text={plainSnippet(shared, fields, button)}
          rows={10}
        />
      </Card>
    </div>
  );
}
