CREATE TABLE `form` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`public_id` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`heading` text NOT NULL,
	`intro` text NOT NULL,
	`button` text NOT NULL,
	`thanks` text NOT NULL,
	`redirect` text NOT NULL,
	`fields` text NOT NULL,
	`fill` text NOT NULL,
	`lifecycle_stage` text NOT NULL,
	`list_id` integer,
	`origins` text NOT NULL,
	`created_at` integer NOT NULL,
	`who` text NOT NULL,
	`visits` integer DEFAULT 0 NOT NULL,
	`submissions` integer DEFAULT 0 NOT NULL,
	`held` integer DEFAULT 0 NOT NULL,
	`last_submission_at` integer
);
--> statement-breakpoint
CREATE INDEX `form_portal` ON `form` (`portal_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_public` ON `form` (`public_id`);--> statement-breakpoint
CREATE TABLE `form_day` (
	`form_id` integer NOT NULL,
	`day` text NOT NULL,
	`visits` integer NOT NULL,
	`submissions` integer NOT NULL,
	PRIMARY KEY(`form_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `form_domain` (
	`key` text NOT NULL,
	`portal_id` integer NOT NULL,
	`visits` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`key`, `portal_id`)
);
--> statement-breakpoint
CREATE INDEX `form_domain_seen` ON `form_domain` (`portal_id`,`last_seen_at`);--> statement-breakpoint
CREATE TABLE `form_submission` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`form_id` integer NOT NULL,
	`submission_id` text NOT NULL,
	`state` text NOT NULL,
	`why` text NOT NULL,
	`email` text NOT NULL,
	`values` text NOT NULL,
	`kept` text NOT NULL,
	`contact_id` integer,
	`page` text NOT NULL,
	`referrer` text NOT NULL,
	`sender` text NOT NULL,
	`at` integer NOT NULL,
	`judged_by` text DEFAULT '' NOT NULL,
	`judged_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_submission_once` ON `form_submission` (`form_id`,`submission_id`);--> statement-breakpoint
CREATE INDEX `form_submission_state` ON `form_submission` (`form_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `form_submission_at` ON `form_submission` (`form_id`,`at`);--> statement-breakpoint
CREATE INDEX `form_submission_sender` ON `form_submission` (`sender`,`at`);--> statement-breakpoint
CREATE TABLE `prospect` (
	`key` text NOT NULL,
	`portal_id` integer NOT NULL,
	`contacts` integer NOT NULL,
	`visits` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`key`, `portal_id`)
);
--> statement-breakpoint
CREATE INDEX `prospect_seen` ON `prospect` (`portal_id`,`last_seen_at`,`key`);