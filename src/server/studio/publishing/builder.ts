import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether pages can be built in this project: a program that came on a stick cannot. */
export function isBuilderThere(root: string): boolean {
  return existsSync(join(root, 'src/cli/run.mjs')) && existsSync(join(root, 'node_modules/astro'));
}
