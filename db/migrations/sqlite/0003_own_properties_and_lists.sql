CREATE TABLE `list_day` (
	`list_id` integer NOT NULL,
	`day` text NOT NULL,
	`joined` integer NOT NULL,
	`left` integer NOT NULL,
	PRIMARY KEY(`list_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `list_folder` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `list_folder_name` ON `list_folder` (`portal_id`,`name`);--> statement-breakpoint
CREATE TABLE `list_member` (
	`list_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`list_id`, `contact_id`)
);
--> statement-breakpoint
CREATE INDEX `list_member_contact` ON `list_member` (`contact_id`,`list_id`);--> statement-breakpoint
CREATE TABLE `list_move` (
	`id` integer PRIMARY KEY NOT NULL,
	`list_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`at` integer NOT NULL,
	`joined` integer NOT NULL,
	`who` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `list_move_list` ON `list_move` (`list_id`,`id`);--> statement-breakpoint
CREATE INDEX `list_move_contact` ON `list_move` (`contact_id`,`id`);--> statement-breakpoint
CREATE INDEX `list_move_past` ON `list_move` (`list_id`,`contact_id`,`at`);--> statement-breakpoint
CREATE TABLE `contact_value` (
	`property_id` integer NOT NULL,
	`key` text NOT NULL,
	`contact_id` integer NOT NULL,
	PRIMARY KEY(`property_id`, `key`, `contact_id`)
);
--> statement-breakpoint
CREATE TABLE `property` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`name` text NOT NULL,
	`label` text NOT NULL,
	`group` text NOT NULL,
	`type` text NOT NULL,
	`hint` text NOT NULL,
	`options` text NOT NULL,
	`least` text NOT NULL,
	`most` text NOT NULL,
	`archived` integer NOT NULL,
	`created_at` integer NOT NULL,
	`who` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `property_name` ON `property` (`portal_id`,`name`);--> statement-breakpoint
CREATE INDEX `property_portal` ON `property` (`portal_id`,`id`);--> statement-breakpoint
CREATE TABLE `property_order` (
	`portal_id` integer PRIMARY KEY NOT NULL,
	`groups` text NOT NULL,
	`properties` text NOT NULL,
	`starred` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `contact` ADD `folded` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `list` ADD `definition` text;--> statement-breakpoint
ALTER TABLE `list` ADD `daily` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `list` ADD `filled_to` integer;--> statement-breakpoint
ALTER TABLE `list` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `list` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `list` ADD `who` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `portal` ADD `lists_version` integer DEFAULT 0 NOT NULL;