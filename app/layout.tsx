import "@fontsource-variable/public-sans";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
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

/**
 * The letters of nearly every page, asked for with the page itself instead of after its style sheet; the sheet above names
 * the same family for the rest (Vietnamese, Polish …), which comes when it is needed.
 */
const latin = localFont({
  src: "../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-latin",
});

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [kept, request] = await Promise.all([cookies(), headers()]);
  const { theme, density } = preferencesOf((name) => kept.get(name)?.value);
  const nonce = request.get("x-nonce");

  return (
    <html lang="en" className={latin.variable} data-theme={theme} data-density={density}>
      {/* By this id React Aria takes it that its style sheet of one rule is there (it is in globals.css): adding one later would lay out the whole page anew. */}
      <head>{nonce === null ? null : <meta id="react-aria-pressable-style" property="csp-nonce" nonce={nonce} />}</head>
      <body>{children}</body>
    </html>
  );
}
