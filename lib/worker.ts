import type { Listeners } from "#lib/jobs/jobs.ts";
import { bulkJobs } from "#lib/bulk/jobs.ts";
import { contactJobs } from "#lib/contacts/jobs.ts";
import { importJobs } from "#lib/imports/jobs.ts";
import { listJobs } from "#lib/lists/jobs.ts";
import { noticeJobs } from "#lib/notices/jobs.ts";
import { prospectJobs } from "#lib/prospects/jobs.ts";
import { registrationJobs } from "#lib/registration/jobs.ts";

/** The only place where words meet: a kind of job, and who listens. */
export const listeners: Listeners = {
  ...listJobs,
  ...contactJobs,
  ...registrationJobs,
  ...prospectJobs,
  ...noticeJobs,
  ...bulkJobs,
  ...importJobs,
};
