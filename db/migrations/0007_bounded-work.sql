-- Which attempt it was is a fact of its record: what an attempt costs must not grow with those before it.
DROP INDEX `record_person_course`;--> statement-breakpoint
ALTER TABLE `record` ADD `ordinal` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
DROP TRIGGER `record_no_update`;--> statement-breakpoint
UPDATE `record` SET `ordinal` = `numbered`.`place` FROM (
	SELECT `id`, row_number() OVER (
		PARTITION BY `person`, `course`, `name`, `kind` ORDER BY `recorded_at`, `seq`, `id`
	) AS `place` FROM `record`
) AS `numbered` WHERE `numbered`.`id` = `record`.`id`;
--> statement-breakpoint
CREATE TRIGGER `record_no_update` BEFORE UPDATE ON `record`
BEGIN
	SELECT RAISE(ABORT, 'record is append-only');
END;
--> statement-breakpoint
CREATE UNIQUE INDEX `record_ordinal` ON `record` (`person`,`course`,`name`,`kind`,`ordinal`);--> statement-breakpoint
CREATE INDEX `record_person` ON `record` (`person`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `person_house` ON `person` (`house`,`role`);--> statement-breakpoint
-- Staff's word on an attempt that is held back.
CREATE TABLE `admission` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record` text NOT NULL,
	`counts` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`record`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `admission_record` ON `admission` (`record`);--> statement-breakpoint
CREATE TRIGGER `admission_no_update` BEFORE UPDATE ON `admission`
BEGIN
	SELECT RAISE(ABORT, 'admission is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `admission_no_delete` BEFORE DELETE ON `admission`
WHEN NOT EXISTS (
	SELECT 1 FROM `erasure` JOIN `record` ON `record`.`person` = `erasure`.`person` WHERE `record`.`id` = OLD.`record`
)
BEGIN
	SELECT RAISE(ABORT, 'admission is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `erasure_erases`;
--> statement-breakpoint
CREATE TRIGGER `erasure_erases` AFTER INSERT ON `erasure`
BEGIN
	DELETE FROM `admission` WHERE `record` IN (SELECT `id` FROM `record` WHERE `person` = NEW.`person`);
	DELETE FROM `grade` WHERE `record` IN (SELECT `id` FROM `record` WHERE `person` = NEW.`person`);
	DELETE FROM `record` WHERE `person` = NEW.`person`;
	DELETE FROM `cohort_member` WHERE `person` = NEW.`person`;
	DELETE FROM `enrollment` WHERE `person` = NEW.`person`;
	DELETE FROM `known_device` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
