-- The grade of an attempt that counts: the newest, and of two given at the same moment the one appended later.
CREATE VIEW `counted_grade` AS
SELECT * FROM `grade` AS `given`
WHERE NOT EXISTS (
	SELECT 1 FROM `grade` AS `later`
	WHERE `later`.`record` = `given`.`record`
	AND (`later`.`graded_at`, `later`.`rowid`) > (`given`.`graded_at`, `given`.`rowid`)
);
