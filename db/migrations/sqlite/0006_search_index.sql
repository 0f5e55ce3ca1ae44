CREATE TABLE `search_due` (
	`contact_id` integer PRIMARY KEY NOT NULL,
	`portal_id` integer NOT NULL
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `contact_search` USING fts5(`grams`, content='', contentless_delete=1, detail='none', tokenize='trigram case_sensitive 1');
--> statement-breakpoint
INSERT INTO `search_due` (`contact_id`, `portal_id`) SELECT `id`, `portal_id` FROM `contact`;
