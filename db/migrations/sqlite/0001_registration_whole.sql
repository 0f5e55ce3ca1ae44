CREATE TABLE `reason_size` (
	`portal_id` integer NOT NULL,
	`rule` text NOT NULL,
	`size` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reason_size_once` ON `reason_size` (`portal_id`,`rule`);--> statement-breakpoint
CREATE TABLE `calendar_feed` (
	`portal_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feed_secretHash_unique` ON `calendar_feed` (`secret_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feed_once` ON `calendar_feed` (`portal_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`about` text NOT NULL,
	`once` text NOT NULL,
	`at` integer NOT NULL,
	`mailed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_once` ON `notice` (`portal_id`,`once`);--> statement-breakpoint
CREATE INDEX `notice_portal` ON `notice` (`portal_id`,`id`);--> statement-breakpoint
CREATE INDEX `notice_unmailed` ON `notice` (`id`) WHERE mailed_at is null;--> statement-breakpoint
CREATE TABLE `lookup` (
	`portal_id` integer NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lookup_once` ON `lookup` (`portal_id`,`key`);--> statement-breakpoint
CREATE INDEX `lookup_at` ON `lookup` (`portal_id`,`at`);--> statement-breakpoint
CREATE TABLE `policy` (
	`version` integer PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`who` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `transfer` (
	`id` integer PRIMARY KEY NOT NULL,
	`registration_id` integer NOT NULL,
	`key` text NOT NULL,
	`from_portal` integer NOT NULL,
	`to_portal` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`offered_by` text NOT NULL,
	`offered_at` integer NOT NULL,
	`accepted_by` text,
	`accepted_at` integer,
	`closed_by` text,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_open_once` ON `transfer` (`registration_id`) WHERE state in ('offered', 'accepted');--> statement-breakpoint
CREATE INDEX `transfer_from` ON `transfer` (`from_portal`,`id`);--> statement-breakpoint
CREATE INDEX `transfer_to` ON `transfer` (`to_portal`,`id`);--> statement-breakpoint
CREATE INDEX `transfer_state` ON `transfer` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `watch` (
	`portal_id` integer NOT NULL,
	`key` text NOT NULL,
	`who` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watch_once` ON `watch` (`key`,`portal_id`);--> statement-breakpoint
CREATE TABLE `dismissal` (
	`contact_id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`decided_by` integer NOT NULL,
	`reason` text NOT NULL,
	`who` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mending` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`who` text NOT NULL,
	`at` integer NOT NULL,
	`changes` text NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `mending_portal` ON `mending` (`portal_id`,`id`);--> statement-breakpoint
ALTER TABLE `contact` ADD `failed` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `contact_failed` ON `contact` (`portal_id`,`failed`,`id`) WHERE failed <> '';--> statement-breakpoint
ALTER TABLE `membership` ADD `notices_seen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `membership` ADD `notices_by_mail` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `event` ADD `link` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `registration` ADD `locked_until` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `registration_portal_expiry` ON `registration` (`portal_id`,`expires`,`id`) WHERE state = 'active' and expires <> '';--> statement-breakpoint
CREATE INDEX `request_single` ON `request` (`portal_id`,`receipt`) WHERE kind = 'manual' and batch_id is null;