CREATE SEQUENCE "public"."id_sequence" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "contact" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"values" json NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"company" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"email_key" text collate "C" NOT NULL,
	"company_key" text collate "C" NOT NULL,
	"lifecycle_stage" text collate "C" NOT NULL,
	"domain_key" text NOT NULL,
	"search" text NOT NULL,
	"created_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"conversions" bigint NOT NULL,
	"last_conversion_at" bigint,
	"import_id" bigint,
	"trigger" text,
	"status" text NOT NULL,
	"message" text NOT NULL,
	"expires" text collate "C" NOT NULL,
	"shortfalls" bigint NOT NULL,
	"synced_at" bigint,
	"registration_id" bigint,
	"open_request" bigint,
	"open_kind" text,
	"decided_by" bigint,
	"lapsed_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversion" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"form" text NOT NULL,
	"page" text NOT NULL,
	"at" bigint NOT NULL,
	"submission_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "property_history" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	"source" text NOT NULL,
	"who" text NOT NULL,
	"changes" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstone" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"email_key" text collate "C" NOT NULL,
	"values" json NOT NULL,
	"deleted_at" bigint NOT NULL,
	"who" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_failure" (
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"cells" json NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "import_failure_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_piece" (
	"import_id" bigint NOT NULL,
	"piece" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_piece_import_id_piece_pk" PRIMARY KEY("import_id","piece")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"who" text NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"state" text NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text NOT NULL,
	"columns" json NOT NULL,
	"samples" json NOT NULL,
	"matches" json NOT NULL,
	"rows" bigint NOT NULL,
	"rows_done" bigint NOT NULL,
	"created" bigint NOT NULL,
	"updated" bigint NOT NULL,
	"unchanged" bigint NOT NULL,
	"failed" bigint NOT NULL,
	"error" text NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"args" json NOT NULL,
	"queue" text NOT NULL,
	"key" text,
	"run_at" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"leased_until" bigint,
	"error" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"rule" text NOT NULL,
	"folder" text NOT NULL,
	"size" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "failed_try" (
	"subject" text PRIMARY KEY NOT NULL,
	"failures" json NOT NULL,
	"last_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"status" text NOT NULL,
	"inviter_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "portal" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" bigint NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"kind" text DEFAULT 'partner' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"contacts" bigint DEFAULT 0 NOT NULL,
	"last_contact_at" bigint,
	"sync_paused_at" bigint,
	CONSTRAINT "portal_hubId_unique" UNIQUE("hub_id"),
	CONSTRAINT "portal_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"active_organization_id" text,
	"ip_address" text,
	"user_agent" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answered" (
	"portal_id" bigint NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" json,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch" (
	"id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL,
	"who" text NOT NULL,
	"selection" json NOT NULL,
	"state" text NOT NULL,
	"position" bigint NOT NULL,
	"total" bigint NOT NULL,
	"requested" bigint NOT NULL,
	"skipped" bigint NOT NULL,
	"registered" bigint NOT NULL,
	"unavailable" bigint NOT NULL,
	"invalid" bigint NOT NULL,
	"withdrawn" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "request" (
	"receipt" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint,
	"contact_id" bigint,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"findings" json,
	"who" text NOT NULL,
	"batch_id" bigint,
	"note" json,
	"policy_version" bigint,
	"suffix_list" text,
	"requested_at" bigint NOT NULL,
	"picked_up_at" bigint,
	"decided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "event" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"portal_id" bigint,
	"contact_id" bigint,
	"key" text NOT NULL,
	"who" text NOT NULL,
	"before" json,
	"after" json
);
--> statement-breakpoint
CREATE TABLE "not_pursued" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"why" text NOT NULL,
	"reason" text NOT NULL,
	"since" bigint NOT NULL,
	"who" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"id" bigint PRIMARY KEY NOT NULL,
	"key" text collate "C" NOT NULL,
	"portal_id" bigint,
	"from_on" text NOT NULL,
	"expires" text NOT NULL,
	"state" text NOT NULL,
	"ended_at" bigint,
	"account" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "contact_portal" ON "contact" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "contact_name" ON "contact" USING btree ("portal_id","name_key","id");--> statement-breakpoint
CREATE INDEX "contact_email" ON "contact" USING btree ("portal_id","email_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_email_once" ON "contact" USING btree ("portal_id","email_key") WHERE email_key <> '';--> statement-breakpoint
CREATE INDEX "contact_company" ON "contact" USING btree ("portal_id","company_key","id");--> statement-breakpoint
CREATE INDEX "contact_lifecycle_stage" ON "contact" USING btree ("portal_id","lifecycle_stage","id");--> statement-breakpoint
CREATE INDEX "contact_status" ON "contact" USING btree ("portal_id","status","id");--> statement-breakpoint
CREATE INDEX "contact_expires" ON "contact" USING btree ("portal_id","expires","id");--> statement-breakpoint
CREATE INDEX "contact_pending" ON "contact" USING btree ("portal_id","id") WHERE open_request is not null;--> statement-breakpoint
CREATE INDEX "contact_lapsed" ON "contact" USING btree ("portal_id","id") WHERE lapsed_on <> '';--> statement-breakpoint
CREATE INDEX "contact_domain" ON "contact" USING btree ("domain_key","portal_id");--> statement-breakpoint
CREATE INDEX "contact_triggered" ON "contact" USING btree ("portal_id","id") WHERE trigger is not null;--> statement-breakpoint
CREATE INDEX "contact_import" ON "contact" USING btree ("import_id","id") WHERE import_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "conversion_once" ON "conversion" USING btree ("portal_id","submission_id");--> statement-breakpoint
CREATE INDEX "conversion_contact" ON "conversion" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "property_history_contact" ON "property_history" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "tombstone_email" ON "tombstone" USING btree ("portal_id","email_key");--> statement-breakpoint
CREATE INDEX "import_run_portal" ON "import_run" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("state","queue","run_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_key" ON "job" USING btree ("key") WHERE key is not null and state = 'waiting';--> statement-breakpoint
CREATE INDEX "list_portal" ON "list" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "account_of_person" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "failed_try_last" ON "failed_try" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "invitation_of_portal" ON "invitation" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_once" ON "membership" USING btree ("user_id","organization_id");--> statement-breakpoint
CREATE INDEX "membership_of_portal" ON "membership" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "session_of_person" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "answered_key" ON "answered" USING btree ("portal_id","key");--> statement-breakpoint
CREATE INDEX "answered_at" ON "answered" USING btree ("at");--> statement-breakpoint
CREATE INDEX "batch_portal" ON "batch" USING btree ("portal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_open_once" ON "request" USING btree ("contact_id") WHERE state = 'open' and contact_id is not null;--> statement-breakpoint
CREATE INDEX "request_open" ON "request" USING btree ("receipt") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "request_open_key" ON "request" USING btree ("key","receipt") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "request_contact" ON "request" USING btree ("contact_id","receipt");--> statement-breakpoint
CREATE INDEX "request_portal" ON "request" USING btree ("portal_id","receipt");--> statement-breakpoint
CREATE INDEX "request_batch" ON "request" USING btree ("batch_id","receipt") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "event_key" ON "event" USING btree ("key","number");--> statement-breakpoint
CREATE INDEX "event_contact" ON "event" USING btree ("contact_id","number");--> statement-breakpoint
CREATE INDEX "event_portal" ON "event" USING btree ("portal_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "registration_active" ON "registration" USING btree ("key") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "registration_key" ON "registration" USING btree ("key","id");--> statement-breakpoint
CREATE INDEX "registration_expiry" ON "registration" USING btree ("expires") WHERE state = 'active' and expires <> '';--> statement-breakpoint
CREATE INDEX "registration_portal" ON "registration" USING btree ("portal_id","id");