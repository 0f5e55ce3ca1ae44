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
CREATE INDEX "export_run_portal" ON "export_run" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "contact_view_portal" ON "contact_view" USING btree ("portal_id","id");