CREATE TABLE `house_setting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`house` text NOT NULL,
	`name` text NOT NULL,
	`village` text NOT NULL,
	`district` text NOT NULL,
	`regency` text NOT NULL,
	`set_at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `house_setting_house` ON `house_setting` (`house`);
--> statement-breakpoint
CREATE TRIGGER `house_setting_no_update` BEFORE UPDATE ON `house_setting`
BEGIN
	SELECT RAISE(ABORT, 'house_setting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `house_setting_no_delete` BEFORE DELETE ON `house_setting`
BEGIN
	SELECT RAISE(ABORT, 'house_setting is append-only');
END;
