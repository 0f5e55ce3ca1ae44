import "@fontsource-variable/public-sans";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { preferencesOf } from "#lib/portals/preferences.ts";

export const metadata: Metadata = {
  title: { default: "Dibs", template: "%s · Dibs" },
  description: "Partner lead registration that everyone can check",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1417" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [kept, request] = await Promise.all([cookies(), headers()]);
  const { theme, density } = preferencesOf((name) => kept.get(name)?.value);
  const nonce = request.get("x-nonce");

  return (
    <html lang="en" data-theme={theme} data-density={density}>
      <head>{nonce === null ? null : <meta property="csp-nonce" nonce={nonce} />}</head>
      <body>{children}</body>
    </html>
  );
}
