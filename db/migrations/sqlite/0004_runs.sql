ALTER TABLE `property_history` ADD `run_id` integer;--> statement-breakpoint
CREATE INDEX `property_history_run` ON `property_history` (`run_id`,`id`) WHERE run_id is not null;