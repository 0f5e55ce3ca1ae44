DROP INDEX "registration_key";--> statement-breakpoint
CREATE INDEX "registration_over" ON "registration" USING btree ("key","id") WHERE state <> 'active';