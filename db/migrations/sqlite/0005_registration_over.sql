DROP INDEX `registration_key`;--> statement-breakpoint
CREATE INDEX `registration_over` ON `registration` (`key`,`id`) WHERE state <> 'active';