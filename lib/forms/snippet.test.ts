import { expect, test } from "vitest";
import { askedFields } from "#lib/forms/form.ts";
import { mistakesPage } from "#lib/forms/mistakes-page.ts";
import { frameSnippet, plainSnippet } from "#lib/forms/snippet.ts";
import { standardSet } from "#lib/properties/property-set.ts";

const shared = { origin: "https://dibs.example", publicId: "A".repeat(22), name: 'Ann & "Ben" <us>' };

test("a frame shows the hosted page, whatever the form is called", () => {
  expect(frameSnippet(shared)).toBe(
    `<iframe src="https://dibs.example/f/${"A".repeat(22)}?embed=1" title="Ann &amp; &quot;Ben&quot; &lt;us&gt;" width="100%" height="640" loading="lazy"></iframe>`,
  );
});

test("a plain form has the names of the properties, what is needed, and the trap", () => {
  const fields = askedFields(
    [
      { property: "email", label: "", required: true },
      { property: "company", label: "<b>Company</b>", required: false },
    ],
    standardSet,
  );
  expect(plainSnippet(shared, fields, "Send it")).toBe(
    [
      `<form action="https://dibs.example/api/forms/${"A".repeat(22)}/submissions" method="post">`,
      `  <p><label>Email <input type="email" name="email" required></label></p>`,
      `  <p><label>&lt;b&gt;Company&lt;/b&gt; <input type="text" name="company"></label></p>`,
      `  <p hidden><label>Leave this empty <input name="Homepage" tabindex="-1" autocomplete="off"></label></p>`,
      `  <button>Send it</button>`,
      `</form>`,
    ].join("\n"),
  );
});

test("what somebody sent stands as text in the page that answers it", () => {
  expect(mistakesPage(["“<script>” is nothing that this form asks for"])).toContain("“&lt;script&gt;” is nothing");
});
