CREATE TABLE "list_day" (
	"list_id" bigint NOT NULL,
	"day" text collate "C" NOT NULL,
	"joined" bigint NOT NULL,
	"left" bigint NOT NULL,
	CONSTRAINT "list_day_list_id_day_pk" PRIMARY KEY("list_id","day")
);
--> statement-breakpoint
CREATE TABLE "list_folder" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list_member" (
	"list_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "list_member_list_id_contact_id_pk" PRIMARY KEY("list_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "list_move" (
	"id" bigint PRIMARY KEY NOT NULL,
	"list_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	"joined" boolean NOT NULL,
	"who" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_value" (
	"property_id" bigint NOT NULL,
	"key" text collate "C" NOT NULL,
	"contact_id" bigint NOT NULL,
	CONSTRAINT "contact_value_property_id_key_contact_id_pk" PRIMARY KEY("property_id","key","contact_id")
);
--> statement-breakpoint
CREATE TABLE "property" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"name" text NOT NULL,
	"label" text NOT NULL,
	"group" text NOT NULL,
	"type" text NOT NULL,
	"hint" text NOT NULL,
	"options" json NOT NULL,
	"least" text NOT NULL,
	"most" text NOT NULL,
	"archived" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"who" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "property_order" (
	"portal_id" bigint PRIMARY KEY NOT NULL,
	"groups" json NOT NULL,
	"properties" json NOT NULL,
	"starred" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "folded" json DEFAULT '{}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "list" ADD COLUMN "definition" json;--> statement-breakpoint
ALTER TABLE "list" ADD COLUMN "daily" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "list" ADD COLUMN "filled_to" bigint;--> statement-breakpoint
ALTER TABLE "list" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "list" ADD COLUMN "archived_at" bigint;--> statement-breakpoint
ALTER TABLE "list" ADD COLUMN "who" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal" ADD COLUMN "lists_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "list_folder_name" ON "list_folder" USING btree ("portal_id","name");--> statement-breakpoint
CREATE INDEX "list_member_contact" ON "list_member" USING btree ("contact_id","list_id");--> statement-breakpoint
CREATE INDEX "list_move_list" ON "list_move" USING btree ("list_id","id");--> statement-breakpoint
CREATE INDEX "list_move_contact" ON "list_move" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "list_move_past" ON "list_move" USING btree ("list_id","contact_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "property_name" ON "property" USING btree ("portal_id","name");--> statement-breakpoint
CREATE INDEX "property_portal" ON "property" USING btree ("portal_id","id");