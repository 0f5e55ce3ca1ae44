CREATE TABLE "shared_look" (
	"look" text collate "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "look" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "registration_look" ON "registration" USING btree ("look","key");