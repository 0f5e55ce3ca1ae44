CREATE TABLE "search_due" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"portal_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_search" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"grams" text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "contact_search_grams" ON "contact_search" USING gin ("grams");
--> statement-breakpoint
INSERT INTO "search_due" ("contact_id", "portal_id") SELECT "id", "portal_id" FROM "contact";
