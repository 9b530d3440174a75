-- A sheet that was shown gives way to the newer one of its lesson, and to being taken back; no other record does.
DROP TRIGGER `record_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `record_no_delete` BEFORE DELETE ON `record`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `person` = OLD.`person`)
	AND NOT (OLD.`kind` = 'worksheet' AND EXISTS (
		SELECT 1 FROM `record` AS `newer`
		WHERE `newer`.`person` = OLD.`person` AND `newer`.`course` = OLD.`course` AND `newer`.`name` = OLD.`name`
			AND `newer`.`kind` = 'worksheet' AND `newer`.`ordinal` > OLD.`ordinal`
	))
BEGIN
	SELECT RAISE(ABORT, 'record is append-only');
END;
