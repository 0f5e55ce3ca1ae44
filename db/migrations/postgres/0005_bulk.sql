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
ALTER TABLE "tombstone" ADD COLUMN "was" json;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "run_id" bigint;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "tombstone" ADD COLUMN "forgotten_at" bigint;--> statement-breakpoint
CREATE INDEX "bulk_change_portal" ON "bulk_change" USING btree ("portal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_row_once" ON "bulk_row" USING btree ("change_id","contact_id");--> statement-breakpoint
CREATE INDEX "bulk_row_outcome" ON "bulk_row" USING btree ("change_id","outcome","id");--> statement-breakpoint
CREATE INDEX "bulk_row_left" ON "bulk_row" USING btree ("change_id","id") WHERE undo = 'left';--> statement-breakpoint
CREATE INDEX "tombstone_newest" ON "tombstone" USING btree ("portal_id","deleted_at","contact_id") WHERE forgotten_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tombstone_due" ON "tombstone" USING btree ("deleted_at","contact_id") WHERE forgotten_at is null;--> statement-breakpoint
CREATE INDEX "tombstone_run" ON "tombstone" USING btree ("run_id","contact_id") WHERE run_id is not null;