CREATE TABLE `edition` (
	`kind` text NOT NULL,
	`course` text NOT NULL,
	`name` text NOT NULL,
	`edition` text NOT NULL,
	`body` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `course`, `name`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `enrollment` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`course` text NOT NULL,
	`since` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrollment_person_course` ON `enrollment` (`person`,`course`);--> statement-breakpoint
CREATE TABLE `grade` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`edition` text NOT NULL,
	`earned` real NOT NULL,
	`possible` real NOT NULL,
	`passed` integer NOT NULL,
	`questions` text NOT NULL,
	`graded_at` integer NOT NULL,
	`cause` text NOT NULL,
	FOREIGN KEY (`record`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grade_record` ON `grade` (`record`);--> statement-breakpoint
CREATE TABLE `pepper` (
	`digest` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`house` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_login_unique` ON `person` (`login`);--> statement-breakpoint
CREATE TABLE `record` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person` text NOT NULL,
	`course` text NOT NULL,
	`name` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`body` text NOT NULL,
	`digest` text NOT NULL,
	`flags` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_person_course` ON `record` (`person`,`course`,`name`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person`);--> statement-breakpoint
CREATE INDEX `session_expires_at` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `setup` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempt` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_attempt_key` ON `sign_in_attempt` (`key`,`at`);--> statement-breakpoint
CREATE INDEX `sign_in_attempt_at` ON `sign_in_attempt` (`at`);