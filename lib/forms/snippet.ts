import { controls } from "#lib/forms/entry.ts";
import type { AskedField } from "#lib/forms/form.ts";
import { hostedPath } from "#lib/forms/public-id.ts";
import { optionsWith } from "#lib/properties/options.ts";
import type { PropertyType } from "#lib/properties/registry.ts";

type Shared = { origin: string; publicId: string; name: string };

/** A frame with the hosted page, for the portal's own website. */
export function frameSnippet({ origin, publicId, name }: Shared): string {
  const address = `${origin}${hostedPath(publicId, { embed: true })}`;
  return `<iframe src="${escaped(address)}" title="${escaped(name)}" width="100%" height="640" loading="lazy"></iframe>`;
}

/** A plain form that posts to us: it looks like the website that it stands on. */
export function plainSnippet({ origin, publicId }: Shared, fields: readonly AskedField[], button: string): string {
  return [
    `<form action="${escaped(`${origin}/api/forms/${publicId}/submissions`)}" method="post">`,
    ...fields.map((field) => `  ${fieldOf(field)}`),
    `  <p hidden><label>Leave this empty <input name="${controls.trap}" tabindex="-1" autocomplete="off"></label></p>`,
    `  <button>${escaped(button)}</button>`,
    `</form>`,
  ].join("\n");
}

const inputs: Partial<Record<PropertyType, string>> = {
  email: "email",
  phone: "tel",
  date: "date",
  "date-time": "datetime-local",
};

function fieldOf({ property, label, required }: AskedField): string {
  const named = `name="${escaped(property.name)}"${required ? " required" : ""}`;
  const options = optionsWith(property, "");
  switch (property.type) {
    case "choices": {
      const boxes = options.map(
        ({ value, label: shown }) =>
          `<label><input type="checkbox" name="${escaped(property.name)}" value="${escaped(value)}"> ${escaped(shown)}</label>`,
      );
      return `<fieldset><legend>${escaped(label)}</legend>${boxes.join(" ")}</fieldset>`;
    }
    case "choice":
    case "boolean": {
      const shown = options.map((each) => `<option value="${escaped(each.value)}">${escaped(each.label)}</option>`);
      return `<p><label>${escaped(label)} <select ${named}><option value=""></option>${shown.join("")}</select></label></p>`;
    }
    default:
      return `<p><label>${escaped(label)} <input type="${inputs[property.type] ?? "text"}" ${named}></label></p>`;
  }
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that people typed, as it stands in HTML that is written by hand. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
