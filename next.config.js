/** What every answer says, and what the files of the build say too (bin/assets.ts). */
export const everywhere = {
  "X-Content-Type-Options": "nosniff",
  // Not `no-referrer`: our own forms would then come with `Origin: null`, and be refused.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Browsers heed it over https alone.
  "Strict-Transport-Security": "max-age=31536000",
};

/** @param {Record<string, string>} of */
const asHeaders = (of) => Object.entries(of).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Checked by `npm run types`; a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  typedRoutes: false,
  // No image endpoint: nothing here needs one, and it has been a way in before.
  images: { unoptimized: true },
  serverExternalPackages: ["better-sqlite3", "pg", "graphile-worker", "@node-rs/argon2", "pino"],
  headers: () => [
    { source: "/:path*", headers: asHeaders(everywhere) },
    // A public URL is a secret: it goes into no cache, no index and no log of a place that is linked from it.
    {
      source: "/p/:path*",
      headers: asHeaders({
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
        "Cache-Control": "no-store",
      }),
    },
    // A hosted form may stand in frames: its policy says in whose, and this would say in nobody's.
    { source: "/((?!f/).*)", headers: asHeaders({ "X-Frame-Options": "DENY" }) },
    // Pages get theirs from proxy.ts; an answer of the API is data, whatever a browser is told to make of it.
    {
      source: "/api/:path*",
      headers: asHeaders({ "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" }),
    },
    // A photo that somebody uploaded: whatever it is, it is no page of ours.
    {
      source: "/api/contacts/:id/photo",
      headers: asHeaders({ "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox" }),
    },
  ],
};

export default config;
