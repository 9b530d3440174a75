-- Facts are appended, never changed.
CREATE TRIGGER `record_no_update` BEFORE UPDATE ON `record`
BEGIN
	SELECT RAISE(ABORT, 'record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `record_no_delete` BEFORE DELETE ON `record`
BEGIN
	SELECT RAISE(ABORT, 'record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `grade_no_update` BEFORE UPDATE ON `grade`
BEGIN
	SELECT RAISE(ABORT, 'grade is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `grade_no_delete` BEFORE DELETE ON `grade`
BEGIN
	SELECT RAISE(ABORT, 'grade is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `edition_no_update` BEFORE UPDATE ON `edition`
BEGIN
	SELECT RAISE(ABORT, 'edition is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `edition_no_delete` BEFORE DELETE ON `edition`
BEGIN
	SELECT RAISE(ABORT, 'edition is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `enrollment_no_update` BEFORE UPDATE ON `enrollment`
BEGIN
	SELECT RAISE(ABORT, 'enrollment is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `enrollment_no_delete` BEFORE DELETE ON `enrollment`
BEGIN
	SELECT RAISE(ABORT, 'enrollment is append-only');
END;
