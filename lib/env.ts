import { z } from "zod";

// The only file that reads the environment. An unusable value stops the program with a sentence that says how to mend it.
const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** `postgres://…` for PostgreSQL, otherwise the path of the SQLite file. */
  DATABASE_URL: z.string().min(1).default("var/dibs.db"),
  DIBS_DEMO: z.enum(["0", "1"]).default("1"),
  DIBS_CLOCK: z.iso.datetime({ offset: true }).optional(),
  DIBS_VENDOR: z.string().min(1).default("HubSpot"),
  DIBS_SECRET: z.string().min(32).optional(),
  DIBS_ORIGIN: z.url().optional(),
  DIBS_IMPORT_LIMIT_MB: z.coerce.number().positive().default(200),
  DIBS_WORKER: z.enum(["0", "1"]).default("1"),
  DIBS_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Where e-mail goes out: `smtps://name:password@host`, or `smtp://` with STARTTLS. Without it no e-mail is sent. */
  DIBS_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  DIBS_MAIL_FROM: z.string().min(3).optional(),
  /** What the links of an e-mail begin with, where it is not DIBS_ORIGIN. */
  DIBS_URL: z.url({ protocol: /^https?$/ }).optional(),
});
const Environment = Settings.refine((all) => all.DIBS_SMTP_URL === undefined || all.DIBS_MAIL_FROM !== undefined, {
  path: ["DIBS_MAIL_FROM"],
  error: "an e-mail has a sender, such as `Dibs <dibs@vendor.example>`",
});

function readEnvironment() {
  const read = Environment.safeParse(process.env);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(
    `The environment cannot be used:\n${faults.join("\n")}\nMend or unset these variables and start again.`,
  );
}

export const env = readEnvironment();

export const onPostgres = /^postgres(ql)?:\/\//.test(env.DATABASE_URL);
