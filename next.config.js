/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // No image endpoint: nothing here needs one, and it has been a way in before.
  images: { unoptimized: true },
  serverExternalPackages: ["better-sqlite3", "pg", "graphile-worker", "@node-rs/argon2", "pino"],
};

export default config;
