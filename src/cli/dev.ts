import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// npm run dev [-- --port PORT …]: Astro's dev server with live reload. It must not go to the background by itself.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
process.env.ASTRO_DEV_BACKGROUND ??= '0';
const astro = resolve('node_modules/astro/bin/astro.mjs');
process.argv.splice(1, 1, astro, 'dev');
await import(pathToFileURL(astro).href);
