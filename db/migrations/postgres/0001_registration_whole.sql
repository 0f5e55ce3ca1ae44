CREATE TABLE "reason_size" (
	"portal_id" bigint NOT NULL,
	"rule" text NOT NULL,
	"size" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"portal_id" bigint NOT NULL,
	"person_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "calendar_feed_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"about" json NOT NULL,
	"once" text NOT NULL,
	"at" bigint NOT NULL,
	"mailed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "lookup" (
	"portal_id" bigint NOT NULL,
	"key" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"version" bigint PRIMARY KEY NOT NULL,
	"settings" json NOT NULL,
	"who" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfer" (
	"id" bigint PRIMARY KEY NOT NULL,
	"registration_id" bigint NOT NULL,
	"key" text NOT NULL,
	"from_portal" bigint NOT NULL,
	"to_portal" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"offered_by" text NOT NULL,
	"offered_at" bigint NOT NULL,
	"accepted_by" text,
	"accepted_at" bigint,
	"closed_by" text,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"portal_id" bigint NOT NULL,
	"key" text collate "C" NOT NULL,
	"who" text NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dismissal" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"decided_by" bigint NOT NULL,
	"reason" text NOT NULL,
	"who" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mending" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"who" text NOT NULL,
	"at" bigint NOT NULL,
	"changes" json NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "failed" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "notices_seen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "notices_by_mail" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "link" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "locked_until" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "reason_size_once" ON "reason_size" USING btree ("portal_id","rule");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_once" ON "calendar_feed" USING btree ("portal_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_once" ON "notice" USING btree ("portal_id","once");--> statement-breakpoint
CREATE INDEX "notice_portal" ON "notice" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "notice_unmailed" ON "notice" USING btree ("id") WHERE mailed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "lookup_once" ON "lookup" USING btree ("portal_id","key");--> statement-breakpoint
CREATE INDEX "lookup_at" ON "lookup" USING btree ("portal_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_open_once" ON "transfer" USING btree ("registration_id") WHERE state in ('offered', 'accepted');--> statement-breakpoint
CREATE INDEX "transfer_from" ON "transfer" USING btree ("from_portal","id");--> statement-breakpoint
CREATE INDEX "transfer_to" ON "transfer" USING btree ("to_portal","id");--> statement-breakpoint
CREATE INDEX "transfer_state" ON "transfer" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_once" ON "watch" USING btree ("key","portal_id");--> statement-breakpoint
CREATE INDEX "mending_portal" ON "mending" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "contact_failed" ON "contact" USING btree ("portal_id","failed","id") WHERE failed <> '';--> statement-breakpoint
CREATE INDEX "request_single" ON "request" USING btree ("portal_id","receipt") WHERE kind = 'manual' and batch_id is null;--> statement-breakpoint
CREATE INDEX "registration_portal_expiry" ON "registration" USING btree ("portal_id","expires","id") WHERE state = 'active' and expires <> '';