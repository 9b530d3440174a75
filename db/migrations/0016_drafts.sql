-- What trainers write in the browser: drafts, their revisions, what went live, and what readers said.
CREATE TABLE `content_blob` (
	`digest` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`house` text NOT NULL,
	`course` text NOT NULL,
	`title` text NOT NULL,
	`by` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_house` ON `draft` (`house`,`at`);--> statement-breakpoint
CREATE TABLE `draft_state` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft` text NOT NULL,
	`state` text NOT NULL,
	`through` integer NOT NULL,
	`note` text,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_state_draft` ON `draft_state` (`draft`);--> statement-breakpoint
CREATE TABLE `draft_work` (
	`draft` text NOT NULL,
	`path` text NOT NULL,
	`person` text NOT NULL,
	`text` text NOT NULL,
	`base` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft`, `path`, `person`),
	FOREIGN KEY (`draft`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_work_person` ON `draft_work` (`person`);--> statement-breakpoint
CREATE TABLE `publication` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft` text NOT NULL,
	`through` integer NOT NULL,
	`release` text NOT NULL,
	`undoes` integer,
	`alone` integer NOT NULL,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publication_draft` ON `publication` (`draft`);--> statement-breakpoint
CREATE INDEX `publication_undoes` ON `publication` (`undoes`);--> statement-breakpoint
CREATE TABLE `remark` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft` text NOT NULL,
	`text` text NOT NULL,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `remark_draft` ON `remark` (`draft`);--> statement-breakpoint
CREATE TABLE `revision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft` text NOT NULL,
	`path` text NOT NULL,
	`digest` text,
	`base_digest` text,
	`shipped_digest` text,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_draft` ON `revision` (`draft`,`path`);--> statement-breakpoint
CREATE INDEX `revision_path` ON `revision` (`path`);
--> statement-breakpoint
-- What staff wrote stays when they are erased; only who it was is taken away.
CREATE TRIGGER `draft_no_update` BEFORE UPDATE OF `id`, `house`, `course`, `title`, `at` ON `draft`
BEGIN
	SELECT RAISE(ABORT, 'draft is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `draft_keeps_who` BEFORE UPDATE OF `by` ON `draft`
WHEN NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`)
BEGIN
	SELECT RAISE(ABORT, 'draft is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `draft_no_delete` BEFORE DELETE ON `draft`
BEGIN
	SELECT RAISE(ABORT, 'draft is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `draft_state_no_update` BEFORE UPDATE OF `id`, `draft`, `state`, `through`, `note`, `at` ON `draft_state`
BEGIN
	SELECT RAISE(ABORT, 'draft_state is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `draft_state_keeps_who` BEFORE UPDATE OF `by` ON `draft_state`
WHEN NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`)
BEGIN
	SELECT RAISE(ABORT, 'draft_state is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `draft_state_no_delete` BEFORE DELETE ON `draft_state`
BEGIN
	SELECT RAISE(ABORT, 'draft_state is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `revision_no_update` BEFORE UPDATE OF `id`, `draft`, `path`, `digest`, `base_digest`, `shipped_digest`, `at` ON `revision`
BEGIN
	SELECT RAISE(ABORT, 'revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `revision_keeps_who` BEFORE UPDATE OF `by` ON `revision`
WHEN NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`)
BEGIN
	SELECT RAISE(ABORT, 'revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `revision_no_delete` BEFORE DELETE ON `revision`
BEGIN
	SELECT RAISE(ABORT, 'revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `publication_no_update` BEFORE UPDATE OF `id`, `draft`, `through`, `release`, `undoes`, `alone`, `at` ON `publication`
BEGIN
	SELECT RAISE(ABORT, 'publication is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `publication_keeps_who` BEFORE UPDATE OF `by` ON `publication`
WHEN NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`)
BEGIN
	SELECT RAISE(ABORT, 'publication is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `publication_no_delete` BEFORE DELETE ON `publication`
BEGIN
	SELECT RAISE(ABORT, 'publication is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `remark_no_update` BEFORE UPDATE OF `id`, `draft`, `text`, `at` ON `remark`
BEGIN
	SELECT RAISE(ABORT, 'remark is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `remark_keeps_who` BEFORE UPDATE OF `by` ON `remark`
WHEN NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`)
BEGIN
	SELECT RAISE(ABORT, 'remark is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `remark_no_delete` BEFORE DELETE ON `remark`
BEGIN
	SELECT RAISE(ABORT, 'remark is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `content_blob_no_update` BEFORE UPDATE ON `content_blob`
BEGIN
	SELECT RAISE(ABORT, 'content_blob is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `content_blob_no_delete` BEFORE DELETE ON `content_blob`
BEGIN
	SELECT RAISE(ABORT, 'content_blob is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `erasure_erases`;
--> statement-breakpoint
CREATE TRIGGER `erasure_erases` AFTER INSERT ON `erasure`
BEGIN
	UPDATE `draft` SET `by` = NULL WHERE `by` = NEW.`person`;
	UPDATE `draft_state` SET `by` = NULL WHERE `by` = NEW.`person`;
	UPDATE `revision` SET `by` = NULL WHERE `by` = NEW.`person`;
	UPDATE `publication` SET `by` = NULL WHERE `by` = NEW.`person`;
	UPDATE `remark` SET `by` = NULL WHERE `by` = NEW.`person`;
	DELETE FROM `draft_work` WHERE `person` = NEW.`person`;
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
