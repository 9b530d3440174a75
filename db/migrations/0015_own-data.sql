CREATE TABLE `erasure_request` (
	`person` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);

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
	DELETE FROM `attendance` WHERE `person` = NEW.`person`;
	DELETE FROM `cohort_member` WHERE `person` = NEW.`person`;
	DELETE FROM `enrollment` WHERE `person` = NEW.`person`;
	DELETE FROM `deed` WHERE `person` = NEW.`person`;
	DELETE FROM `known_device` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `card` WHERE `person` = NEW.`person`;
	DELETE FROM `consent` WHERE `person` = NEW.`person`;
	DELETE FROM `erasure_request` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
