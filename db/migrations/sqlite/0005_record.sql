CREATE TABLE `contact_photo` (
	`contact_id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`mark` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contact_setting` (
	`portal_id` integer PRIMARY KEY NOT NULL,
	`forms_opt_in` integer NOT NULL,
	`email_note` text NOT NULL,
	`salesforce` text NOT NULL,
	`shared` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `interaction` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`who` text NOT NULL,
	`about` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `interaction_contact` ON `interaction` (`contact_id`,`id`);--> statement-breakpoint
CREATE TABLE `public_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`salt` text NOT NULL,
	`who` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer,
	`revoked_at` integer,
	`views` integer DEFAULT 0 NOT NULL,
	`viewed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_link_once` ON `public_link` (`contact_id`) WHERE revoked_at is null;--> statement-breakpoint
ALTER TABLE `contact` ADD `no_mail` text;--> statement-breakpoint
CREATE INDEX `contact_no_mail` ON `contact` (`portal_id`,`no_mail`,`id`) WHERE no_mail is not null;