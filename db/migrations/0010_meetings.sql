-- How a cohort is called and led, when it meets, and who was there.
CREATE TABLE `cohort_setting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cohort` text NOT NULL,
	`name` text NOT NULL,
	`trainer` text NOT NULL,
	`place` text NOT NULL,
	`closed` integer NOT NULL,
	`set_at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`cohort`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cohort_setting_cohort` ON `cohort_setting` (`cohort`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting` text NOT NULL,
	`person` text NOT NULL,
	`mark` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`meeting`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_meeting` ON `attendance` (`meeting`,`person`);--> statement-breakpoint
CREATE INDEX `attendance_person` ON `attendance` (`person`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort` text NOT NULL,
	`created_at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`cohort`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_cohort` ON `meeting` (`cohort`);--> statement-breakpoint
CREATE TABLE `meeting_setting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text NOT NULL,
	`called_off` integer NOT NULL,
	`set_at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`meeting`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_setting_meeting` ON `meeting_setting` (`meeting`);--> statement-breakpoint
ALTER TABLE `cohort_member` ADD `gone` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `cohort_setting_no_update` BEFORE UPDATE ON `cohort_setting`
BEGIN
	SELECT RAISE(ABORT, 'cohort_setting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `cohort_setting_no_delete` BEFORE DELETE ON `cohort_setting`
BEGIN
	SELECT RAISE(ABORT, 'cohort_setting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `meeting_no_update` BEFORE UPDATE ON `meeting`
BEGIN
	SELECT RAISE(ABORT, 'meeting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `meeting_no_delete` BEFORE DELETE ON `meeting`
BEGIN
	SELECT RAISE(ABORT, 'meeting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `meeting_setting_no_update` BEFORE UPDATE ON `meeting_setting`
BEGIN
	SELECT RAISE(ABORT, 'meeting_setting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `meeting_setting_no_delete` BEFORE DELETE ON `meeting_setting`
BEGIN
	SELECT RAISE(ABORT, 'meeting_setting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `attendance_no_update` BEFORE UPDATE ON `attendance`
BEGIN
	SELECT RAISE(ABORT, 'attendance is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `attendance_no_delete` BEFORE DELETE ON `attendance`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
BEGIN
	SELECT RAISE(ABORT, 'attendance is append-only');
END;
--> statement-breakpoint
-- Who is in which cohort now: of a person's rows about one course the newest counts, unless it says that they are gone.
CREATE VIEW `current_member` AS SELECT `member`.`id`, `member`.`cohort`, `own`.`course`, `member`.`person`, `member`.`since`, `member`.`by`
FROM `cohort_member` AS `member` JOIN `cohort` AS `own` ON `own`.`id` = `member`.`cohort`
WHERE `member`.`gone` = 0 AND NOT EXISTS (
	SELECT 1 FROM `cohort_member` AS `later` JOIN `cohort` AS `other` ON `other`.`id` = `later`.`cohort`
	WHERE `later`.`person` = `member`.`person` AND `other`.`course` = `own`.`course` AND `later`.`id` > `member`.`id`
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
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
