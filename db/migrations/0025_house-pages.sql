-- What houses tell of the offices around them.
CREATE TABLE `house_page` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`house` text NOT NULL,
	`offices` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `house_page_house` ON `house_page` (`house`);
--> statement-breakpoint
CREATE TRIGGER `house_page_no_update` BEFORE UPDATE ON `house_page`
BEGIN
	SELECT RAISE(ABORT, 'house_page is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `house_page_no_delete` BEFORE DELETE ON `house_page`
BEGIN
	SELECT RAISE(ABORT, 'house_page is append-only');
END;
