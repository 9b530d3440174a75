-- Whoever adds a picture to a draft says what of the people in it: a fact like all of the revision.
ALTER TABLE `revision` ADD `people` text;
--> statement-breakpoint
CREATE TRIGGER `revision_keeps_people` BEFORE UPDATE OF `people` ON `revision`
BEGIN
	SELECT RAISE(ABORT, 'revision is append-only');
END;
