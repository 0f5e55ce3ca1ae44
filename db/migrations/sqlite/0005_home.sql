CREATE TABLE `export_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`who` text NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`what` text NOT NULL,
	`address` text NOT NULL,
	`columns` integer NOT NULL,
	`contacts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `export_run_portal` ON `export_run` (`portal_id`,`id`);--> statement-breakpoint
CREATE TABLE `contact_view` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`who` text NOT NULL,
	`name` text NOT NULL,
	`shared` integer NOT NULL,
	`address` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_view_portal` ON `contact_view` (`portal_id`,`id`);--> statement-breakpoint
CREATE TABLE `opening_view` (
	`portal_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`view_id` integer NOT NULL,
	PRIMARY KEY(`portal_id`, `person_id`)
);
