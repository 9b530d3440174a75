CREATE TABLE `cohort` (
	`id` text PRIMARY KEY NOT NULL,
	`house` text NOT NULL,
	`course` text NOT NULL,
	`name` text NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `cohort_house` ON `cohort` (`house`,`created_at`);--> statement-breakpoint
CREATE TABLE `cohort_dates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cohort` text NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`set_at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`cohort`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cohort_dates_cohort` ON `cohort_dates` (`cohort`);--> statement-breakpoint
CREATE TABLE `cohort_member` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cohort` text NOT NULL,
	`person` text NOT NULL,
	`since` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`cohort`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cohort_member_cohort` ON `cohort_member` (`cohort`);--> statement-breakpoint
CREATE INDEX `cohort_member_person` ON `cohort_member` (`person`);--> statement-breakpoint
-- Facts are appended, never changed; an erasure takes its person's memberships along.
CREATE TRIGGER `cohort_no_update` BEFORE UPDATE ON `cohort`
BEGIN
	SELECT RAISE(ABORT, 'cohort is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `cohort_no_delete` BEFORE DELETE ON `cohort`
BEGIN
	SELECT RAISE(ABORT, 'cohort is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `cohort_dates_no_update` BEFORE UPDATE ON `cohort_dates`
BEGIN
	SELECT RAISE(ABORT, 'cohort_dates is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `cohort_dates_no_delete` BEFORE DELETE ON `cohort_dates`
BEGIN
	SELECT RAISE(ABORT, 'cohort_dates is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `cohort_member_no_update` BEFORE UPDATE ON `cohort_member`
BEGIN
	SELECT RAISE(ABORT, 'cohort_member is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `cohort_member_no_delete` BEFORE DELETE ON `cohort_member`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
BEGIN
	SELECT RAISE(ABORT, 'cohort_member is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `erasure_erases`;
--> statement-breakpoint
CREATE TRIGGER `erasure_erases` AFTER INSERT ON `erasure`
BEGIN
	DELETE FROM `grade` WHERE `record` IN (SELECT `id` FROM `record` WHERE `person` = NEW.`person`);
	DELETE FROM `record` WHERE `person` = NEW.`person`;
	DELETE FROM `cohort_member` WHERE `person` = NEW.`person`;
	DELETE FROM `enrollment` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
