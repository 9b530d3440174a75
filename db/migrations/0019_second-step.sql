CREATE TABLE `recovery_code` (
	`digest` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`made_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_code_person` ON `recovery_code` (`person`);
--> statement-breakpoint
CREATE TABLE `second_step` (
	`person` text PRIMARY KEY NOT NULL,
	`sealed_key` text NOT NULL,
	`since` integer NOT NULL,
	`last_step` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
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
	DELETE FROM `recovery_code` WHERE `person` = NEW.`person`;
	DELETE FROM `second_step` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `card` WHERE `person` = NEW.`person`;
	DELETE FROM `consent` WHERE `person` = NEW.`person`;
	DELETE FROM `erasure_request` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
