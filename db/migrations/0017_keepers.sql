ALTER TABLE `person` ADD `keeper_since` integer;
--> statement-breakpoint
-- Whoever came by the set-up address: the newest coordinator of the moment when it was used.
UPDATE `person` SET `keeper_since` = `created_at` WHERE `id` = (
	SELECT `id` FROM `person`
	WHERE `role` = 'coordinator' AND `created_at` <= (SELECT max(`used_at`) FROM `setup`)
	ORDER BY `created_at` DESC LIMIT 1
);
