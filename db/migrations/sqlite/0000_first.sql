CREATE TABLE `contact` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`values` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`company` text NOT NULL,
	`name_key` text NOT NULL,
	`email_key` text NOT NULL,
	`company_key` text NOT NULL,
	`lifecycle_stage` text NOT NULL,
	`domain_key` text NOT NULL,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	`conversions` integer NOT NULL,
	`last_conversion_at` integer,
	`import_id` integer,
	`trigger` text,
	`status` text NOT NULL,
	`message` text NOT NULL,
	`expires` text NOT NULL,
	`shortfalls` integer NOT NULL,
	`synced_at` integer,
	`registration_id` integer,
	`open_request` integer,
	`open_kind` text,
	`decided_by` integer,
	`lapsed_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_portal` ON `contact` (`portal_id`,`id`);--> statement-breakpoint
CREATE INDEX `contact_name` ON `contact` (`portal_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `contact_email` ON `contact` (`portal_id`,`email_key`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contact_email_once` ON `contact` (`portal_id`,`email_key`) WHERE email_key <> '';--> statement-breakpoint
CREATE INDEX `contact_company` ON `contact` (`portal_id`,`company_key`,`id`);--> statement-breakpoint
CREATE INDEX `contact_lifecycle_stage` ON `contact` (`portal_id`,`lifecycle_stage`,`id`);--> statement-breakpoint
CREATE INDEX `contact_status` ON `contact` (`portal_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `contact_expires` ON `contact` (`portal_id`,`expires`,`id`);--> statement-breakpoint
CREATE INDEX `contact_pending` ON `contact` (`portal_id`,`id`) WHERE open_request is not null;--> statement-breakpoint
CREATE INDEX `contact_lapsed` ON `contact` (`portal_id`,`id`) WHERE lapsed_on <> '';--> statement-breakpoint
CREATE INDEX `contact_domain` ON `contact` (`domain_key`,`portal_id`);--> statement-breakpoint
CREATE INDEX `contact_triggered` ON `contact` (`portal_id`,`id`) WHERE trigger is not null;--> statement-breakpoint
CREATE INDEX `contact_import` ON `contact` (`import_id`,`id`) WHERE import_id is not null;--> statement-breakpoint
CREATE TABLE `conversion` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`form` text NOT NULL,
	`page` text NOT NULL,
	`at` integer NOT NULL,
	`submission_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversion_once` ON `conversion` (`portal_id`,`submission_id`);--> statement-breakpoint
CREATE INDEX `conversion_contact` ON `conversion` (`contact_id`,`id`);--> statement-breakpoint
CREATE TABLE `property_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`at` integer NOT NULL,
	`source` text NOT NULL,
	`who` text NOT NULL,
	`changes` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `property_history_contact` ON `property_history` (`contact_id`,`id`);--> statement-breakpoint
CREATE TABLE `tombstone` (
	`contact_id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`email_key` text NOT NULL,
	`values` text NOT NULL,
	`deleted_at` integer NOT NULL,
	`who` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tombstone_email` ON `tombstone` (`portal_id`,`email_key`);--> statement-breakpoint
CREATE TABLE `import_failure` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`cells` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`)
);
--> statement-breakpoint
CREATE TABLE `import_piece` (
	`import_id` integer NOT NULL,
	`piece` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`import_id`, `piece`)
);
--> statement-breakpoint
CREATE TABLE `import_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`who` text NOT NULL,
	`file_name` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`state` text NOT NULL,
	`encoding` text NOT NULL,
	`delimiter` text NOT NULL,
	`columns` text NOT NULL,
	`samples` text NOT NULL,
	`matches` text NOT NULL,
	`rows` integer NOT NULL,
	`rows_done` integer NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`failed` integer NOT NULL,
	`error` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `import_run_portal` ON `import_run` (`portal_id`,`id`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`args` text NOT NULL,
	`queue` text NOT NULL,
	`key` text,
	`run_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`leased_until` integer,
	`error` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `job_due` ON `job` (`state`,`queue`,`run_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `job_key` ON `job` (`key`) WHERE key is not null and state = 'waiting';--> statement-breakpoint
CREATE TABLE `list` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`rule` text NOT NULL,
	`folder` text NOT NULL,
	`size` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `list_portal` ON `list` (`portal_id`,`id`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `account_of_person` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `counter` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `failed_try` (
	`subject` text PRIMARY KEY NOT NULL,
	`failures` text NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `failed_try_last` ON `failed_try` (`last_at`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text,
	`status` text NOT NULL,
	`inviter_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `invitation_of_portal` ON `invitation` (`organization_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_once` ON `membership` (`user_id`,`organization_id`);--> statement-breakpoint
CREATE INDEX `membership_of_portal` ON `membership` (`organization_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `portal` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` integer NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`logo` text,
	`metadata` text,
	`kind` text DEFAULT 'partner' NOT NULL,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`created_at` integer NOT NULL,
	`contacts` integer DEFAULT 0 NOT NULL,
	`last_contact_at` integer,
	`sync_paused_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `portal_hubId_unique` ON `portal` (`hub_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `portal_slug_unique` ON `portal` (`slug`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`active_organization_id` text,
	`ip_address` text,
	`user_agent` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_of_person` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `answered` (
	`portal_id` integer NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answered_key` ON `answered` (`portal_id`,`key`);--> statement-breakpoint
CREATE INDEX `answered_at` ON `answered` (`at`);--> statement-breakpoint
CREATE TABLE `batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`who` text NOT NULL,
	`selection` text NOT NULL,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	`total` integer NOT NULL,
	`requested` integer NOT NULL,
	`skipped` integer NOT NULL,
	`registered` integer NOT NULL,
	`unavailable` integer NOT NULL,
	`invalid` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `batch_portal` ON `batch` (`portal_id`,`id`);--> statement-breakpoint
CREATE TABLE `request` (
	`receipt` integer PRIMARY KEY NOT NULL,
	`portal_id` integer,
	`contact_id` integer,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`findings` text,
	`who` text NOT NULL,
	`batch_id` integer,
	`note` text,
	`policy_version` integer,
	`suffix_list` text,
	`requested_at` integer NOT NULL,
	`picked_up_at` integer,
	`decided_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_open_once` ON `request` (`contact_id`) WHERE state = 'open' and contact_id is not null;--> statement-breakpoint
CREATE INDEX `request_open` ON `request` (`receipt`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `request_open_key` ON `request` (`key`,`receipt`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `request_contact` ON `request` (`contact_id`,`receipt`);--> statement-breakpoint
CREATE INDEX `request_portal` ON `request` (`portal_id`,`receipt`);--> statement-breakpoint
CREATE INDEX `request_batch` ON `request` (`batch_id`,`receipt`) WHERE batch_id is not null;--> statement-breakpoint
CREATE TABLE `event` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`portal_id` integer,
	`contact_id` integer,
	`key` text NOT NULL,
	`who` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `event_key` ON `event` (`key`,`number`);--> statement-breakpoint
CREATE INDEX `event_contact` ON `event` (`contact_id`,`number`);--> statement-breakpoint
CREATE INDEX `event_portal` ON `event` (`portal_id`,`number`);--> statement-breakpoint
CREATE TABLE `not_pursued` (
	`key` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`reason` text NOT NULL,
	`since` integer NOT NULL,
	`who` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `registration` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`portal_id` integer,
	`from_on` text NOT NULL,
	`expires` text NOT NULL,
	`state` text NOT NULL,
	`ended_at` integer,
	`account` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registration_active` ON `registration` (`key`) WHERE state = 'active';--> statement-breakpoint
CREATE INDEX `registration_key` ON `registration` (`key`,`id`);--> statement-breakpoint
CREATE INDEX `registration_expiry` ON `registration` (`expires`) WHERE state = 'active' and expires <> '';--> statement-breakpoint
CREATE INDEX `registration_portal` ON `registration` (`portal_id`,`id`);