-- Whoever publishes says what the change means for those who read before: a fact like all of the row.
ALTER TABLE `draft_state` ADD `change` text;--> statement-breakpoint
ALTER TABLE `publication` ADD `change` text;--> statement-breakpoint
CREATE INDEX `publication_change` ON `publication` (`change`);
--> statement-breakpoint
CREATE TRIGGER `draft_state_keeps_change` BEFORE UPDATE OF `change` ON `draft_state`
BEGIN
	SELECT RAISE(ABORT, 'draft_state is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `publication_keeps_change` BEFORE UPDATE OF `change` ON `publication`
BEGIN
	SELECT RAISE(ABORT, 'publication is append-only');
END;
