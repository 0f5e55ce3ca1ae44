import { FormFields } from "#components/forms/form-fields.tsx";
import { FormHead } from "#components/forms/form-head.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ShownForm } from "#lib/forms/shown.ts";

/** The form as visitors see it, for those who make it: nothing can be sent. */
export function FormPreview({ form }: { form: ShownForm }) {
  return (
    <section aria-label="Preview" className="flex max-w-xl flex-col gap-4 rounded-lg border border-line bg-surface p-6">
      <FormHead form={form} level={2} />
      <FormFields fields={form.fields} given={{}} problems={{}} />
      <Button variant="primary" disabled className="self-start">
        {form.button}
      </Button>
      <p className="text-sm text-ink-3">This is a preview: nothing is sent.</p>
    </section>
  );
}
