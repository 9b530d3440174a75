CREATE TABLE `merge` (
	`gone` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merge_login_unique` ON `merge` (`login`);--> statement-breakpoint
CREATE INDEX `merge_person` ON `merge` (`person`);--> statement-breakpoint
CREATE INDEX `cohort_member_by` ON `cohort_member` (`by`);--> statement-breakpoint
CREATE INDEX `attendance_by` ON `attendance` (`by`);--> statement-breakpoint
CREATE INDEX `deed_by` ON `deed` (`by`);--> statement-breakpoint
CREATE INDEX `admission_by` ON `admission` (`by`);--> statement-breakpoint
CREATE INDEX `enrollment_by` ON `enrollment` (`by`);--> statement-breakpoint
CREATE INDEX `record_by` ON `record` (`by`) WHERE "by" IS NOT NULL;
--> statement-breakpoint
-- Two accounts of one person become one. Facts stay as they are; whose they are follows, while the account that goes still has any.
CREATE TRIGGER `merge_no_update` BEFORE UPDATE ON `merge`
WHEN NOT EXISTS (SELECT 1 FROM `merge` AS `later` WHERE `later`.`gone` = OLD.`person` AND `later`.`person` = NEW.`person`)
BEGIN
	SELECT RAISE(ABORT, 'merge is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `merge_no_delete` BEFORE DELETE ON `merge`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
BEGIN
	SELECT RAISE(ABORT, 'merge is append-only');
END;
--> statement-breakpoint
-- A login that leads on is nobody else's.
CREATE TRIGGER `person_login_led_on` BEFORE INSERT ON `person`
WHEN EXISTS (SELECT 1 FROM `merge` WHERE `login` = NEW.`login`)
BEGIN
	SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
DROP TRIGGER `record_no_update`;
--> statement-breakpoint
CREATE TRIGGER `record_no_update` BEFORE UPDATE OF `id`, `kind`, `course`, `name`, `device`, `seq`, `answered_at`, `recorded_at`, `body`, `digest`, `flags` ON `record`
BEGIN
	SELECT RAISE(ABORT, 'record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `record_keeps_whose` BEFORE UPDATE OF `person`, `ordinal`, `by` ON `record`
WHEN NOT EXISTS (
	SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`person`, OLD.`by`)
	OR (`person` = OLD.`person` AND NEW.`person` = OLD.`person` AND NEW.`by` IS OLD.`by`)
)
BEGIN
	SELECT RAISE(ABORT, 'record is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `enrollment_no_update`;
--> statement-breakpoint
CREATE TRIGGER `enrollment_no_update` BEFORE UPDATE ON `enrollment`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`person`, OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'enrollment is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `admission_no_update`;
--> statement-breakpoint
CREATE TRIGGER `admission_no_update` BEFORE UPDATE ON `admission`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'admission is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `cohort_no_update`;
--> statement-breakpoint
CREATE TRIGGER `cohort_no_update` BEFORE UPDATE ON `cohort`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'cohort is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `cohort_dates_no_update`;
--> statement-breakpoint
CREATE TRIGGER `cohort_dates_no_update` BEFORE UPDATE ON `cohort_dates`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'cohort_dates is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `cohort_setting_no_update`;
--> statement-breakpoint
CREATE TRIGGER `cohort_setting_no_update` BEFORE UPDATE ON `cohort_setting`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`trainer`, OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'cohort_setting is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `cohort_member_no_update`;
--> statement-breakpoint
CREATE TRIGGER `cohort_member_no_update` BEFORE UPDATE ON `cohort_member`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`person`, OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'cohort_member is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `meeting_no_update`;
--> statement-breakpoint
CREATE TRIGGER `meeting_no_update` BEFORE UPDATE ON `meeting`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'meeting is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `meeting_setting_no_update`;
--> statement-breakpoint
CREATE TRIGGER `meeting_setting_no_update` BEFORE UPDATE ON `meeting_setting`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'meeting_setting is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `attendance_no_update`;
--> statement-breakpoint
CREATE TRIGGER `attendance_no_update` BEFORE UPDATE ON `attendance`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`person`, OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'attendance is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `deed_no_update`;
--> statement-breakpoint
CREATE TRIGGER `deed_no_update` BEFORE UPDATE ON `deed`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`person`, OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'deed is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `consent_no_update`;
--> statement-breakpoint
CREATE TRIGGER `consent_no_update` BEFORE UPDATE ON `consent`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`person`))
BEGIN
	SELECT RAISE(ABORT, 'consent is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `certificate_end_no_update`;
--> statement-breakpoint
CREATE TRIGGER `certificate_end_no_update` BEFORE UPDATE ON `certificate_end`
WHEN NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'certificate_end is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `enrollment_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `enrollment_no_delete` BEFORE DELETE ON `enrollment`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`) AND NOT EXISTS (
	SELECT 1 FROM `merge` JOIN `enrollment` AS `own` ON `own`.`person` IN (`merge`.`gone`, `merge`.`person`)
	WHERE OLD.`person` IN (`merge`.`gone`, `merge`.`person`) AND `own`.`course` = OLD.`course` AND `own`.`id` <> OLD.`id`
)
BEGIN
	SELECT RAISE(ABORT, 'enrollment is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `certificate_no_update`;
--> statement-breakpoint
CREATE TRIGGER `certificate_no_update` BEFORE UPDATE ON `certificate`
WHEN (NEW.`warrantor_name` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`warrantor`))
	AND NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`person`, OLD.`warrantor`))
BEGIN
	SELECT RAISE(ABORT, 'certificate is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `draft_keeps_who`;
--> statement-breakpoint
CREATE TRIGGER `draft_keeps_who` BEFORE UPDATE OF `by` ON `draft`
WHEN (NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`))
	AND NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'draft is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `draft_state_keeps_who`;
--> statement-breakpoint
CREATE TRIGGER `draft_state_keeps_who` BEFORE UPDATE OF `by` ON `draft_state`
WHEN (NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`))
	AND NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'draft_state is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `revision_keeps_who`;
--> statement-breakpoint
CREATE TRIGGER `revision_keeps_who` BEFORE UPDATE OF `by` ON `revision`
WHEN (NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`))
	AND NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'revision is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `publication_keeps_who`;
--> statement-breakpoint
CREATE TRIGGER `publication_keeps_who` BEFORE UPDATE OF `by` ON `publication`
WHEN (NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`))
	AND NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'publication is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `remark_keeps_who`;
--> statement-breakpoint
CREATE TRIGGER `remark_keeps_who` BEFORE UPDATE OF `by` ON `remark`
WHEN (NEW.`by` IS NOT NULL OR NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`by`))
	AND NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` IN (OLD.`by`))
BEGIN
	SELECT RAISE(ABORT, 'remark is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `person_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `person_no_delete` BEFORE DELETE ON `person`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`id`) AND NOT EXISTS (SELECT 1 FROM `merge` WHERE `gone` = OLD.`id`)
BEGIN
	SELECT RAISE(ABORT, 'person is removed by an erasure only');
END;
--> statement-breakpoint
CREATE TRIGGER `merge_merges` AFTER INSERT ON `merge`
BEGIN
	UPDATE `record` SET `person` = NEW.`person`, `ordinal` = -`numbered`.`place` FROM (
		SELECT `id`, row_number() OVER (PARTITION BY `course`, `name`, `kind` ORDER BY `recorded_at`, `ordinal`, `id`) AS `place`
		FROM `record` WHERE `person` IN (NEW.`gone`, NEW.`person`)
	) AS `numbered` WHERE `numbered`.`id` = `record`.`id`;
	UPDATE `record` SET `ordinal` = -`ordinal` WHERE `person` = NEW.`person` AND `ordinal` < 0;
	DELETE FROM `enrollment` WHERE `id` IN (
		SELECT iif((`own`.`since`, `own`.`id`) < (`other`.`since`, `other`.`id`), `other`.`id`, `own`.`id`)
		FROM `enrollment` AS `own` JOIN `enrollment` AS `other` ON `other`.`course` = `own`.`course` AND `other`.`person` = NEW.`gone`
		WHERE `own`.`person` = NEW.`person`
	);
	UPDATE `enrollment` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	INSERT INTO `cohort_member` (`cohort`, `person`, `since`, `by`, `gone`)
		SELECT `member`.`cohort`, NEW.`person`, `member`.`since`, `member`.`by`, 0 FROM `current_member` AS `member`
		WHERE `member`.`person` IN (NEW.`gone`, NEW.`person`) AND NOT EXISTS (
			SELECT 1 FROM `current_member` AS `other` WHERE `other`.`person` IN (NEW.`gone`, NEW.`person`)
			AND `other`.`course` = `member`.`course` AND `other`.`id` > `member`.`id`
		) AND EXISTS (
			SELECT 1 FROM `cohort_member` AS `later` JOIN `cohort` AS `own` ON `own`.`id` = `later`.`cohort`
			WHERE `later`.`person` IN (NEW.`gone`, NEW.`person`) AND `own`.`course` = `member`.`course` AND `later`.`id` > `member`.`id`
		);
	UPDATE `cohort_member` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	INSERT INTO `attendance` (`meeting`, `person`, `mark`, `at`, `by`)
		SELECT `best`.`meeting`, NEW.`person`, `best`.`mark`, NEW.`at`, NEW.`by` FROM `attendance` AS `best`
		JOIN `attendance` AS `last` ON `last`.`meeting` = `best`.`meeting` AND `last`.`person` <> `best`.`person` AND `last`.`id` > `best`.`id`
		WHERE `best`.`person` IN (NEW.`gone`, NEW.`person`) AND `last`.`person` IN (NEW.`gone`, NEW.`person`)
			AND instr('present excused absent', `best`.`mark`) < instr('present excused absent', `last`.`mark`)
			AND NOT EXISTS (
				SELECT 1 FROM `attendance` AS `later` WHERE `later`.`meeting` = `best`.`meeting`
				AND ((`later`.`person` = `best`.`person` AND `later`.`id` > `best`.`id`) OR (`later`.`person` = `last`.`person` AND `later`.`id` > `last`.`id`))
			);
	UPDATE `attendance` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	UPDATE `certificate` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	UPDATE `deed` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	UPDATE `consent` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	UPDATE `card` SET `ended_at` = NEW.`at` WHERE `person` = NEW.`gone` AND `ended_at` IS NULL
		AND EXISTS (SELECT 1 FROM `card` AS `own` WHERE `own`.`person` = NEW.`person` AND `own`.`ended_at` IS NULL);
	UPDATE `card` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	UPDATE `known_device` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`
		AND NOT EXISTS (SELECT 1 FROM `known_device` AS `own` WHERE `own`.`person` = NEW.`person` AND `own`.`id` = `known_device`.`id`);
	DELETE FROM `known_device` WHERE `person` = NEW.`gone`;
	DELETE FROM `session` WHERE `person` = NEW.`gone`;
	DELETE FROM `recovery_code` WHERE `person` = NEW.`gone`;
	DELETE FROM `second_step` WHERE `person` = NEW.`gone`;
	UPDATE `erasure_request` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`
		AND NOT EXISTS (SELECT 1 FROM `erasure_request` AS `own` WHERE `own`.`person` = NEW.`person`);
	DELETE FROM `erasure_request` WHERE `person` = NEW.`gone`;
	DELETE FROM `draft_work` WHERE `rowid` IN (
		SELECT iif(`own`.`at` < `other`.`at`, `own`.`rowid`, `other`.`rowid`) FROM `draft_work` AS `own` JOIN `draft_work` AS `other`
		ON `other`.`draft` = `own`.`draft` AND `other`.`path` = `own`.`path` AND `other`.`person` = NEW.`gone`
		WHERE `own`.`person` = NEW.`person`
	);
	UPDATE `draft_work` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	UPDATE `record` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `enrollment` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `admission` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `cohort_member` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `attendance` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `deed` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `cohort` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `cohort_dates` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `cohort_setting` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `cohort_setting` SET `trainer` = NEW.`person` WHERE `trainer` = NEW.`gone`;
	UPDATE `join_code` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `meeting` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `meeting_setting` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `certificate` SET `warrantor` = NEW.`person` WHERE `warrantor` = NEW.`gone`;
	UPDATE `certificate_end` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `draft` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `draft_state` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `revision` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `publication` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `remark` SET `by` = NEW.`person` WHERE `by` = NEW.`gone`;
	UPDATE `merge` SET `person` = NEW.`person` WHERE `person` = NEW.`gone`;
	UPDATE `person` SET `changed_at` = max(`changed_at` + 1, NEW.`at`) WHERE `id` = NEW.`person`;
	DELETE FROM `person` WHERE `id` = NEW.`gone`;
END;
--> statement-breakpoint
DROP TRIGGER `erasure_erases`;
--> statement-breakpoint
CREATE TRIGGER `erasure_erases` AFTER INSERT ON `erasure`
BEGIN
	-- Older databases, put aside or in a backup, know them as two.
	INSERT INTO `erasure` (`person`, `erased_at`, `by`, `records`, `grades`, `enrollments`)
		SELECT `gone`, NEW.`erased_at`, NEW.`by`, 0, 0, 0 FROM `merge` WHERE `person` = NEW.`person`;
	DELETE FROM `merge` WHERE `person` = NEW.`person`;
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
