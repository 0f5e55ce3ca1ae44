CREATE TABLE `bulk_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`who` text NOT NULL,
	`change` text NOT NULL,
	`selection` text NOT NULL,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	`expected` integer NOT NULL,
	`changed` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`refused` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`undo_who` text NOT NULL,
	`undo_position` integer NOT NULL,
	`put_back` integer NOT NULL,
	`left` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `bulk_change_portal` ON `bulk_change` (`portal_id`,`id`);--> statement-breakpoint
CREATE TABLE `bulk_row` (
	`id` integer PRIMARY KEY NOT NULL,
	`change_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`values` text NOT NULL,
	`undo` text NOT NULL,
	`undo_reason` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bulk_row_once` ON `bulk_row` (`change_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `bulk_row_outcome` ON `bulk_row` (`change_id`,`outcome`,`id`);--> statement-breakpoint
CREATE INDEX `bulk_row_left` ON `bulk_row` (`change_id`,`id`) WHERE undo = 'left';--> statement-breakpoint
ALTER TABLE `tombstone` ADD `was` text;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `search` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `run_id` integer;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `merged_into` integer;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `forgotten_at` integer;--> statement-breakpoint
CREATE INDEX `tombstone_newest` ON `tombstone` (`portal_id`,`deleted_at`,`contact_id`) WHERE forgotten_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX `tombstone_due` ON `tombstone` (`deleted_at`,`contact_id`) WHERE forgotten_at is null;--> statement-breakpoint
CREATE INDEX `tombstone_run` ON `tombstone` (`run_id`,`contact_id`) WHERE run_id is not null;