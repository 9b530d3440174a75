CREATE TABLE `offer` (
	`person` text PRIMARY KEY NOT NULL,
	`house` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `offer_house` ON `offer` (`house`,`at`);