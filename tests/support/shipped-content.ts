import { readContent } from '#content/read.ts';

let reading: ReturnType<typeof readContent> | undefined;

/** What stands in `content/`, read once for all test files of a worker. */
export function readShippedContent(): ReturnType<typeof readContent> {
  reading ??= readContent(process.cwd());
  return reading;
}
