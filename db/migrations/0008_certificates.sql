-- Proof of a completed course: the certificate belongs to its person, its number and its end to whoever checks the paper.
CREATE TABLE `certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`subject` text NOT NULL,
	`house` text NOT NULL,
	`completed_on` text NOT NULL,
	`issued_at` integer NOT NULL,
	`record` text,
	`statement` text NOT NULL,
	`body` text NOT NULL,
	`warrantor` text,
	`warrantor_name` text,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `certificate_person` ON `certificate` (`person`,`subject`);--> statement-breakpoint
CREATE INDEX `certificate_house` ON `certificate` (`house`,`issued_at`);--> statement-breakpoint
CREATE INDEX `certificate_record` ON `certificate` (`record`);--> statement-breakpoint
CREATE INDEX `certificate_warrantor` ON `certificate` (`warrantor`);--> statement-breakpoint
CREATE TABLE `certificate_end` (
	`certificate` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`successor` text
);
--> statement-breakpoint
CREATE TABLE `certificate_key` (
	`key` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `certificate_number` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`house` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `certificate_number_key` ON `certificate_number` (`key`,`house`);
--> statement-breakpoint
CREATE TRIGGER `certificate_key_no_update` BEFORE UPDATE ON `certificate_key`
BEGIN
	SELECT RAISE(ABORT, 'certificate_key is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `certificate_key_no_delete` BEFORE DELETE ON `certificate_key`
BEGIN
	SELECT RAISE(ABORT, 'certificate_key is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `certificate_number_no_update` BEFORE UPDATE ON `certificate_number`
BEGIN
	SELECT RAISE(ABORT, 'certificate_number is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `certificate_number_no_delete` BEFORE DELETE ON `certificate_number`
BEGIN
	SELECT RAISE(ABORT, 'certificate_number is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `certificate_end_no_update` BEFORE UPDATE ON `certificate_end`
BEGIN
	SELECT RAISE(ABORT, 'certificate_end is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `certificate_end_no_delete` BEFORE DELETE ON `certificate_end`
BEGIN
	SELECT RAISE(ABORT, 'certificate_end is append-only');
END;
--> statement-breakpoint
-- Only the name of somebody who is erased goes from the certificates that they stood for.
CREATE TRIGGER `certificate_no_update` BEFORE UPDATE ON `certificate`
WHEN NEW.`warrantor_name` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`warrantor`)
BEGIN
	SELECT RAISE(ABORT, 'certificate is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `certificate_no_delete` BEFORE DELETE ON `certificate`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
BEGIN
	SELECT RAISE(ABORT, 'certificate is append-only');
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
	DELETE FROM `known_device` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
