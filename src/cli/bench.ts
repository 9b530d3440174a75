import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// npm run bench [-- grade | build | search | serve | paint]
await import(pathToFileURL(join('tests', 'bench', 'run.ts')).href);
