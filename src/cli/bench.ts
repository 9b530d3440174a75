import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// npm run bench [-- grade | build | search | serve | paint]. What is measured is built in a folder of its own: a site that is
// served from here keeps its release.
process.env.DATA_DIR = resolve('node_modules/.cache/rumah-belajar-bench');
await import(pathToFileURL(join('tests', 'bench', 'run.ts')).href);
