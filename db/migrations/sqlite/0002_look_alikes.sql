CREATE TABLE `shared_look` (
	`look` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE `registration` ADD `look` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `registration_look` ON `registration` (`look`,`key`);