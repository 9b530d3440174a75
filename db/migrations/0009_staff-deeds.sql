-- Who of the staff did what to whose account; accounts that are shut, and which state of an account an editor saw.
CREATE TABLE `deed` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	`by` text NOT NULL,
	`person` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deed_person` ON `deed` (`person`,`at`);--> statement-breakpoint
ALTER TABLE `person` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `deactivated_at` integer;
--> statement-breakpoint
CREATE TRIGGER `deed_no_update` BEFORE UPDATE ON `deed`
BEGIN
	SELECT RAISE(ABORT, 'deed is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `deed_no_delete` BEFORE DELETE ON `deed`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
BEGIN
	SELECT RAISE(ABORT, 'deed is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `erasure_erases`;
--> statement-breakpoint
CREATE TRIGGER `erasure_erases` AFTER INSERT ON `erasure`
BEGIN
	DELETE FROM `certificate` WHERE `person` = NEW.`person`;
	UPDATE `certificate` SET `warrantor_name` = NULL WHERE `warrantor` = NEW.`person`;
	DELETE FROM `admission` WHERE `record` IN (SELECT `id` FROM `record` WHERE `person` = NEW.`person`);
	DELETE FROM `grade` WHERE `record` IN (SELECT `id` FROM `record` WHERE `person` = NEW.`person`);
	DELETE FROM `record` WHERE `person` = NEW.`person`;
	DELETE FROM `cohort_member` WHERE `person` = NEW.`person`;
	DELETE FROM `enrollment` WHERE `person` = NEW.`person`;
	DELETE FROM `deed` WHERE `person` = NEW.`person`;
	DELETE FROM `known_device` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
