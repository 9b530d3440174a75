ALTER TABLE `person` ADD `number_until` integer;--> statement-breakpoint
ALTER TABLE `person` ADD `number_tries` integer DEFAULT 0 NOT NULL;