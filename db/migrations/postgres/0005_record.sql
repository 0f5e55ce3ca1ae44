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
ALTER TABLE "contact" ADD COLUMN "no_mail" text;--> statement-breakpoint
CREATE INDEX "interaction_contact" ON "interaction" USING btree ("contact_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "public_link_once" ON "public_link" USING btree ("contact_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "contact_no_mail" ON "contact" USING btree ("portal_id","no_mail","id") WHERE no_mail is not null;