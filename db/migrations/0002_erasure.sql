CREATE TABLE `erasure` (
	`person` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL,
	`by` text NOT NULL,
	`records` integer NOT NULL,
	`grades` integer NOT NULL,
	`enrollments` integer NOT NULL
);
--> statement-breakpoint
-- An erasure is the erasing: one statement does both or neither, so that no row of `erasure` is ever without effect.
CREATE TRIGGER `erasure_erases` AFTER INSERT ON `erasure`
BEGIN
	DELETE FROM `grade` WHERE `record` IN (SELECT `id` FROM `record` WHERE `person` = NEW.`person`);
	DELETE FROM `record` WHERE `person` = NEW.`person`;
	DELETE FROM `enrollment` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
--> statement-breakpoint
CREATE TRIGGER `erasure_no_update` BEFORE UPDATE ON `erasure`
BEGIN
	SELECT RAISE(ABORT, 'erasure is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `erasure_no_delete` BEFORE DELETE ON `erasure`
BEGIN
	SELECT RAISE(ABORT, 'erasure is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `person_no_delete` BEFORE DELETE ON `person`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`id`)
BEGIN
	SELECT RAISE(ABORT, 'person is removed by an erasure only');
END;
--> statement-breakpoint
DROP TRIGGER `record_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `record_no_delete` BEFORE DELETE ON `record`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
BEGIN
	SELECT RAISE(ABORT, 'record is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `grade_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `grade_no_delete` BEFORE DELETE ON `grade`
WHEN NOT EXISTS (
	SELECT 1 FROM `erasure` JOIN `record` ON `record`.`person` = `erasure`.`person` WHERE `record`.`id` = OLD.`record`
)
BEGIN
	SELECT RAISE(ABORT, 'grade is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `enrollment_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `enrollment_no_delete` BEFORE DELETE ON `enrollment`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
BEGIN
	SELECT RAISE(ABORT, 'enrollment is append-only');
END;
