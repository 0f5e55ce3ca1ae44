CREATE TABLE "bulk_change" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"who" text NOT NULL,
	"change" json NOT NULL,
	"selection" json NOT NULL,
	"state" text NOT NULL,
	"position" bigint NOT NULL,
	"expected" bigint NOT NULL,
	"changed" bigint NOT NULL,
	"unchanged" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint,
	"undo_who" text NOT NULL,
	"undo_position" bigint NOT NULL,
	"put_back" bigint NOT NULL,
	"left" bigint NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "bulk_row" (
	"id" bigint PRIMARY KEY NOT NULL,
	"change_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"values" json NOT NULL,
	"undo" text NOT NULL,
	"undo_reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_photo" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"mark" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_setting" (
	"portal_id" bigint PRIMARY KEY NOT NULL,
	"forms_opt_in" boolean NOT NULL,
	"email_note" text NOT NULL,
	"salesforce" text NOT NULL,
	"shared" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interaction" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"who" text NOT NULL,
	"about" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_link" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"salt" text NOT NULL,
	"who" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint,
	"revoked_at" bigint,
	"views" bigint DEFAULT 0 NOT NULL,
	"viewed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "duplicate" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"run" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text collate "C" NOT NULL,
	"contacts" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duplicate_search" (
	"portal_id" bigint PRIMARY KEY NOT NULL,
	"run" bigint NOT NULL,
	"stage" text NOT NULL,
	"place" text collate "C" NOT NULL,
	"place_id" bigint NOT NULL,
	"groups" bigint NOT NULL,
	"started_at" bigint NOT NULL,
	"shown_run" bigint,
	"shown_groups" bigint NOT NULL,
	"shown_at" bigint
);
--> statement-breakpoint
CREATE TABLE "not_duplicate" (
	"portal_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text collate "C" NOT NULL,
	"contacts" json NOT NULL,
	"who" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_merge" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"survivor_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	"who" text NOT NULL,
	"before" json,
	"after" json,
	"conversions" json NOT NULL,
	"lists" json NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "export_run" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"person_id" text NOT NULL,
	"who" text NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"what" text NOT NULL,
	"address" text NOT NULL,
	"columns" bigint NOT NULL,
	"contacts" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "form" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"public_id" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"heading" text NOT NULL,
	"intro" text NOT NULL,
	"button" text NOT NULL,
	"thanks" text NOT NULL,
	"redirect" text NOT NULL,
	"fields" json NOT NULL,
	"fill" text NOT NULL,
	"lifecycle_stage" text NOT NULL,
	"list_id" bigint,
	"origins" json NOT NULL,
	"created_at" bigint NOT NULL,
	"who" text NOT NULL,
	"visits" bigint DEFAULT 0 NOT NULL,
	"submissions" bigint DEFAULT 0 NOT NULL,
	"held" bigint DEFAULT 0 NOT NULL,
	"last_submission_at" bigint
);
--> statement-breakpoint
CREATE TABLE "form_day" (
	"form_id" bigint NOT NULL,
	"day" text collate "C" NOT NULL,
	"visits" bigint NOT NULL,
	"submissions" bigint NOT NULL,
	CONSTRAINT "form_day_form_id_day_pk" PRIMARY KEY("form_id","day")
);
--> statement-breakpoint
CREATE TABLE "form_domain" (
	"key" text NOT NULL,
	"portal_id" bigint NOT NULL,
	"visits" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "form_domain_key_portal_id_pk" PRIMARY KEY("key","portal_id")
);
--> statement-breakpoint
CREATE TABLE "form_submission" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"form_id" bigint NOT NULL,
	"submission_id" text NOT NULL,
	"state" text NOT NULL,
	"why" json NOT NULL,
	"email" text NOT NULL,
	"values" json NOT NULL,
	"kept" json NOT NULL,
	"contact_id" bigint,
	"page" text NOT NULL,
	"referrer" text NOT NULL,
	"sender" text NOT NULL,
	"at" bigint NOT NULL,
	"judged_by" text DEFAULT '' NOT NULL,
	"judged_at" bigint
);
--> statement-breakpoint
CREATE TABLE "import_kept" (
	"import_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "import_kept_import_id_contact_id_pk" PRIMARY KEY("import_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "import_left" (
	"import_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"message" text NOT NULL,
	CONSTRAINT "import_left_import_id_contact_id_pk" PRIMARY KEY("import_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "import_meeting" (
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"of_row" bigint NOT NULL,
	"contact_id" bigint,
	"values" json NOT NULL,
	CONSTRAINT "import_meeting_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_problem" (
	"import_id" bigint NOT NULL,
	"place" bigint NOT NULL,
	"column" bigint NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"rows" bigint NOT NULL,
	"first_row" bigint NOT NULL,
	CONSTRAINT "import_problem_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
CREATE TABLE "import_repair" (
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"column" bigint NOT NULL,
	"value" text NOT NULL,
	"replacement" text NOT NULL,
	CONSTRAINT "import_repair_import_id_row_column_value_pk" PRIMARY KEY("import_id","row","column","value")
);
--> statement-breakpoint
CREATE TABLE "import_undo" (
	"import_id" bigint PRIMARY KEY NOT NULL,
	"who" text NOT NULL,
	"state" text NOT NULL,
	"step" text NOT NULL,
	"position" bigint NOT NULL,
	"found" bigint NOT NULL,
	"deleted" bigint NOT NULL,
	"restored" bigint NOT NULL,
	"kept" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prospect" (
	"key" text NOT NULL,
	"portal_id" bigint NOT NULL,
	"contacts" bigint NOT NULL,
	"visits" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "prospect_key_portal_id_pk" PRIMARY KEY("key","portal_id")
);
--> statement-breakpoint
CREATE TABLE "contact_view" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"person_id" text NOT NULL,
	"who" text NOT NULL,
	"name" text NOT NULL,
	"shared" boolean NOT NULL,
	"address" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opening_view" (
	"portal_id" bigint NOT NULL,
	"person_id" text NOT NULL,
	"view_id" bigint NOT NULL,
	CONSTRAINT "opening_view_portal_id_person_id_pk" PRIMARY KEY("portal_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "no_mail" text;--> statement-breakpoint
ALTER TABLE "property_history" ADD COLUMN "run_id" bigint;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "was" json;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "run_id" bigint;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "forgotten_at" bigint;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "existing" text DEFAULT 'overwrite' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "tally" json;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "check_round" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "parent_id" bigint;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "started_at" bigint;--> statement-breakpoint
CREATE INDEX "bulk_change_portal" ON "bulk_change" USING btree ("portal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_row_once" ON "bulk_row" USING btree ("change_id","contact_id");--> statement-breakpoint
CREATE INDEX "bulk_row_contact" ON "bulk_row" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "bulk_row_outcome" ON "bulk_row" USING btree ("change_id","outcome","id");--> statement-breakpoint
CREATE INDEX "bulk_row_left" ON "bulk_row" USING btree ("change_id","id") WHERE undo = 'left';--> statement-breakpoint
CREATE INDEX "interaction_contact" ON "interaction" USING btree ("contact_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "public_link_once" ON "public_link" USING btree ("contact_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_once" ON "duplicate" USING btree ("run","kind","key");--> statement-breakpoint
CREATE INDEX "duplicate_shown" ON "duplicate" USING btree ("portal_id","run","id");--> statement-breakpoint
CREATE UNIQUE INDEX "not_duplicate_once" ON "not_duplicate" USING btree ("portal_id","kind","key");--> statement-breakpoint
CREATE INDEX "contact_merge_survivor" ON "contact_merge" USING btree ("survivor_id","id");--> statement-breakpoint
CREATE INDEX "contact_merge_due" ON "contact_merge" USING btree ("at") WHERE before is not null;--> statement-breakpoint
CREATE INDEX "export_run_portal" ON "export_run" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "form_portal" ON "form" USING btree ("portal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "form_public" ON "form" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "form_domain_seen" ON "form_domain" USING btree ("portal_id","last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "form_submission_once" ON "form_submission" USING btree ("form_id","submission_id");--> statement-breakpoint
CREATE INDEX "form_submission_state" ON "form_submission" USING btree ("form_id","state","id");--> statement-breakpoint
CREATE INDEX "form_submission_at" ON "form_submission" USING btree ("form_id","at");--> statement-breakpoint
CREATE INDEX "form_submission_contact" ON "form_submission" USING btree ("contact_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "form_submission_sender" ON "form_submission" USING btree ("sender","at");--> statement-breakpoint
CREATE INDEX "prospect_seen" ON "prospect" USING btree ("portal_id","last_seen_at","key");--> statement-breakpoint
CREATE INDEX "contact_view_portal" ON "contact_view" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "contact_no_mail" ON "contact" USING btree ("portal_id","no_mail","id") WHERE no_mail is not null;--> statement-breakpoint
CREATE INDEX "property_history_run" ON "property_history" USING btree ("run_id","id") WHERE run_id is not null;--> statement-breakpoint
CREATE INDEX "tombstone_newest" ON "tombstone" USING btree ("portal_id","deleted_at","contact_id") WHERE forgotten_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tombstone_due" ON "tombstone" USING btree ("deleted_at","contact_id") WHERE forgotten_at is null;--> statement-breakpoint
CREATE INDEX "tombstone_run" ON "tombstone" USING btree ("run_id","contact_id") WHERE run_id is not null;--> statement-breakpoint
CREATE INDEX "import_run_parent" ON "import_run" USING btree ("parent_id","id") WHERE parent_id is not null;