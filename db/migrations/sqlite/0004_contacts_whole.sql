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
CREATE INDEX `bulk_row_contact` ON `bulk_row` (`contact_id`);--> statement-breakpoint
CREATE INDEX `bulk_row_outcome` ON `bulk_row` (`change_id`,`outcome`,`id`);--> statement-breakpoint
CREATE INDEX `bulk_row_left` ON `bulk_row` (`change_id`,`id`) WHERE undo = 'left';--> statement-breakpoint
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
CREATE INDEX `form_submission_contact` ON `form_submission` (`contact_id`) WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX `form_submission_sender` ON `form_submission` (`sender`,`at`);--> statement-breakpoint
CREATE TABLE `import_kept` (
	`import_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`import_id`, `contact_id`)
);
--> statement-breakpoint
CREATE TABLE `import_left` (
	`import_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`registration_id` integer NOT NULL,
	`message` text NOT NULL,
	PRIMARY KEY(`import_id`, `contact_id`)
);
--> statement-breakpoint
CREATE TABLE `import_meeting` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`of_row` integer NOT NULL,
	`contact_id` integer,
	`values` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`)
);
--> statement-breakpoint
CREATE TABLE `import_problem` (
	`import_id` integer NOT NULL,
	`place` integer NOT NULL,
	`column` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`rows` integer NOT NULL,
	`first_row` integer NOT NULL,
	PRIMARY KEY(`import_id`, `place`)
);
--> statement-breakpoint
CREATE TABLE `import_repair` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`column` integer NOT NULL,
	`value` text NOT NULL,
	`replacement` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`, `column`, `value`)
);
--> statement-breakpoint
CREATE TABLE `import_undo` (
	`import_id` integer PRIMARY KEY NOT NULL,
	`who` text NOT NULL,
	`state` text NOT NULL,
	`step` text NOT NULL,
	`position` integer NOT NULL,
	`found` integer NOT NULL,
	`deleted` integer NOT NULL,
	`restored` integer NOT NULL,
	`kept` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `prospect` (
	`key` text NOT NULL,
	`portal_id` integer NOT NULL,
	`contacts` integer NOT NULL,
	`visits` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`key`, `portal_id`)
);
--> statement-breakpoint
CREATE INDEX `prospect_seen` ON `prospect` (`portal_id`,`last_seen_at`,`key`);--> statement-breakpoint
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
--> statement-breakpoint
ALTER TABLE `contact` ADD `no_mail` text;--> statement-breakpoint
CREATE INDEX `contact_no_mail` ON `contact` (`portal_id`,`no_mail`,`id`) WHERE no_mail is not null;--> statement-breakpoint
ALTER TABLE `property_history` ADD `run_id` integer;--> statement-breakpoint
CREATE INDEX `property_history_run` ON `property_history` (`run_id`,`id`) WHERE run_id is not null;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `was` text;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `search` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `run_id` integer;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `merged_into` integer;--> statement-breakpoint
ALTER TABLE `tombstone` ADD `forgotten_at` integer;--> statement-breakpoint
CREATE INDEX `tombstone_newest` ON `tombstone` (`portal_id`,`deleted_at`,`contact_id`) WHERE forgotten_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX `tombstone_due` ON `tombstone` (`deleted_at`,`contact_id`) WHERE forgotten_at is null;--> statement-breakpoint
CREATE INDEX `tombstone_run` ON `tombstone` (`run_id`,`contact_id`) WHERE run_id is not null;--> statement-breakpoint
ALTER TABLE `import_run` ADD `existing` text DEFAULT 'overwrite' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_run` ADD `tally` text;--> statement-breakpoint
ALTER TABLE `import_run` ADD `check_round` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_run` ADD `parent_id` integer;--> statement-breakpoint
ALTER TABLE `import_run` ADD `started_at` integer;--> statement-breakpoint
CREATE INDEX `import_run_parent` ON `import_run` (`parent_id`,`id`) WHERE parent_id is not null;