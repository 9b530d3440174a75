CREATE TABLE `heartbeat` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `known_device` (
	`id` text NOT NULL,
	`person` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`id`, `person`),
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `known_device_person` ON `known_device` (`person`);--> statement-breakpoint
ALTER TABLE `session` ADD `opened_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `confirmed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in_attempt` ADD `account` text;--> statement-breakpoint
CREATE INDEX `sign_in_attempt_account` ON `sign_in_attempt` (`account`);
--> statement-breakpoint
DROP TRIGGER `erasure_erases`;
--> statement-breakpoint
CREATE TRIGGER `erasure_erases` AFTER INSERT ON `erasure`
BEGIN
	DELETE FROM `grade` WHERE `record` IN (SELECT `id` FROM `record` WHERE `person` = NEW.`person`);
	DELETE FROM `record` WHERE `person` = NEW.`person`;
	DELETE FROM `cohort_member` WHERE `person` = NEW.`person`;
	DELETE FROM `enrollment` WHERE `person` = NEW.`person`;
	DELETE FROM `known_device` WHERE `person` = NEW.`person`;
	DELETE FROM `session` WHERE `person` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`person`;
END;
