ALTER TABLE "property_history" ADD COLUMN "run_id" bigint;--> statement-breakpoint
CREATE INDEX "property_history_run" ON "property_history" USING btree ("run_id","id") WHERE run_id is not null;