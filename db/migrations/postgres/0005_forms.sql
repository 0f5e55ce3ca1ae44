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
CREATE TABLE "prospect" (
	"key" text NOT NULL,
	"portal_id" bigint NOT NULL,
	"contacts" bigint NOT NULL,
	"visits" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "prospect_key_portal_id_pk" PRIMARY KEY("key","portal_id")
);
--> statement-breakpoint
CREATE INDEX "form_portal" ON "form" USING btree ("portal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "form_public" ON "form" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "form_domain_seen" ON "form_domain" USING btree ("portal_id","last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "form_submission_once" ON "form_submission" USING btree ("form_id","submission_id");--> statement-breakpoint
CREATE INDEX "form_submission_state" ON "form_submission" USING btree ("form_id","state","id");--> statement-breakpoint
CREATE INDEX "form_submission_at" ON "form_submission" USING btree ("form_id","at");--> statement-breakpoint
CREATE INDEX "form_submission_sender" ON "form_submission" USING btree ("sender","at");--> statement-breakpoint
CREATE INDEX "prospect_seen" ON "prospect" USING btree ("portal_id","last_seen_at","key");