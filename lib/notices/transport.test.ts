import { expect, test } from "vitest";
import { transportOf } from "#lib/notices/transport.ts";

test.each([
  ["smtps://mail.vendor.example", { host: "mail.vendor.example", port: 465, secure: true, requireTLS: false }],
  ["smtp://mail.vendor.example", { host: "mail.vendor.example", port: 587, secure: false, requireTLS: true }],
  ["smtp://10.0.0.7:25", { host: "10.0.0.7", port: 25, secure: false, requireTLS: true }],
  ["smtp://localhost.evil.example", { requireTLS: true }],
  ["smtp://127.0.0.1:1025", { host: "127.0.0.1", port: 1025, secure: false, requireTLS: false }],
  ["smtp://[::1]:1025", { host: "::1", port: 1025, requireTLS: false }],
  ["smtps://dibs%40vendor:p%2Fw@mail.vendor.example", { auth: { user: "dibs@vendor", pass: "p/w" } }],
])("%s", (url, transport) => expect(transportOf(url)).toMatchObject(transport));
