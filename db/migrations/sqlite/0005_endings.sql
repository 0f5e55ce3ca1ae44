CREATE TABLE `contact_merge` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`survivor_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`before` text,
	`after` text,
	`conversions` text NOT NULL,
	`lists` text NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `contact_merge_survivor` ON `contact_merge` (`survivor_id`,`id`);--> statement-breakpoint
CREATE INDEX `contact_merge_due` ON `contact_merge` (`at`) WHERE before is not null;--> statement-breakpoint
CREATE TABLE `duplicate` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`run` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`contacts` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duplicate_once` ON `duplicate` (`run`,`kind`,`key`);--> statement-breakpoint
CREATE INDEX `duplicate_shown` ON `duplicate` (`portal_id`,`run`,`id`);--> statement-breakpoint
CREATE TABLE `duplicate_search` (
	`portal_id` integer PRIMARY KEY NOT NULL,
	`run` integer NOT NULL,
	`stage` text NOT NULL,
	`place` text NOT NULL,
	`place_id` integer NOT NULL,
	`groups` integer NOT NULL,
	`started_at` integer NOT NULL,
	`shown_run` integer,
	`shown_groups` integer NOT NULL,
	`shown_at` integer
);
--> statement-breakpoint
CREATE TABLE `not_duplicate` (
	`portal_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`contacts` text NOT NULL,
	`who` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `not_duplicate_once` ON `not_duplicate` (`portal_id`,`kind`,`key`);--> statement-breakpoint
ALTER TABLE `tombstone` ADD `was` text;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `search` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `run_id` integer;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `merged_into` integer;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `forgotten_at` integer;--> statement-breakpoint
CREATE INDEX `tombstone_newest` ON `tombstone` (`portal_id`,`deleted_at`,`contact_id`) WHERE forgotten_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX `tombstone_due` ON `tombstone` (`deleted_at`,`contact_id`) WHERE forgotten_at is null;--> statement-breakpoint
CREATE INDEX `tombstone_run` ON `tombstone` (`run_id`,`contact_id`) WHERE run_id is not null;