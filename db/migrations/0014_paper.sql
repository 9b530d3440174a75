-- Who of the staff typed an attempt in from paper.
ALTER TABLE `record` ADD `by` text;