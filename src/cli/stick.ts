import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRelease } from '#release/make-release.ts';
import { makeStick } from '#release/stick/make-stick.ts';
import { releaseFolder } from '#server/release/release.ts';

// npm run stick -- FOLDER [--only PLATFORM]: an installer for laptops without internet, with the shipped content.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    // Where its release is built and kept, and how hard the archives are compressed: for tests.
    data: { type: 'string', default: 'node_modules/.cache/rumah-belajar-stick' },
    level: { type: 'string', default: '9' },
  },
});
const [folder, ...rest] = positionals;
if (folder === undefined || rest.length > 0) throw new Error('Say where to: npm run stick -- FOLDER');
mkdirSync(folder, { recursive: true });
const root = process.cwd();
const dataFolder = resolve(values.data);
const { outcome, contentFaults } = await makeRelease({
  ...{ root, dataFolder, siteUrl: undefined, overlay: new Map(), mayReuse: true },
});
if (outcome === undefined || 'faults' in outcome) {
  const faults = outcome?.faults ?? contentFaults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  throw new Error(`The pages could not be built, so there is no stick.\n${faults.join('\n')}`);
}
const { id, sourceDigest } = outcome.release;
const now = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
const made = await makeStick({
  ...{ root, folder: resolve(folder), release: releaseFolder(dataFolder, id), only: values.only },
  version: `${now}-${sourceDigest.slice(0, 8)}`,
  level: Number(values.level),
});
for (const { platform, sizeBytes, packages } of made.written) {
  console.log(`${join(folder, platform)}: ${(sizeBytes / 1e6).toFixed(1)} MB, ${packages} packages`);
}
for (const platform of made.leftOut) {
  console.error(`${platform} was left out: npm could not fetch its packages. Check the network, then run this again.`);
}
if (made.written.length === 0) throw new Error('Nothing was written.');
console.log(`Version ${readFileSync(join(folder, 'VERSI'), 'utf8').trim()}`);
