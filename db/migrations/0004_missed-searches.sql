CREATE TABLE `missed_search` (
	`house` text NOT NULL,
	`query` text NOT NULL,
	`day` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`house`, `query`, `day`)
);
