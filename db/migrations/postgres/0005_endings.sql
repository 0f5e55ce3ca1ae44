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
ALTER TABLE "tombstone" ADD COLUMN "was" json;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "run_id" bigint;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "forgotten_at" bigint;--> statement-breakpoint
CREATE INDEX "contact_merge_survivor" ON "contact_merge" USING btree ("survivor_id","id");--> statement-breakpoint
CREATE INDEX "contact_merge_due" ON "contact_merge" USING btree ("at") WHERE before is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_once" ON "duplicate" USING btree ("run","kind","key");--> statement-breakpoint
CREATE INDEX "duplicate_shown" ON "duplicate" USING btree ("portal_id","run","id");--> statement-breakpoint
CREATE UNIQUE INDEX "not_duplicate_once" ON "not_duplicate" USING btree ("portal_id","kind","key");--> statement-breakpoint
CREATE INDEX "tombstone_newest" ON "tombstone" USING btree ("portal_id","deleted_at","contact_id") WHERE forgotten_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tombstone_due" ON "tombstone" USING btree ("deleted_at","contact_id") WHERE forgotten_at is null;--> statement-breakpoint
CREATE INDEX "tombstone_run" ON "tombstone" USING btree ("run_id","contact_id") WHERE run_id is not null;