import { expect, test } from "vitest";

import { searchTerm } from "#lib/sales/search-term.ts";

test.each([
  ["https://www.acme.com/x", "acme.com", "acme.com"],
  ["shop.acme.co.uk", "acme.co.uk", "acme.co.uk"],
  ["bücher.de", "xn--bcher-kva.de", "xn--bcher-kva.de"],
  ["info@acme.com", "acme.com", "acme.com"],
  ["ACME", "acme", null],
  [" www.acme ", "acme", null],
  ["http://acme-w", "acme-w", null],
  ["acme.local/x?y", "acme.local", null],
  ["acme\u0000", "acme", null],
  ["", "", null],
])("%s looks for %s", (typed, prefix, key) => {
  expect(searchTerm(typed)).toEqual({ prefix, key });
});
