import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A page as Pagefind keeps it for its results. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

const signature = 'pagefind_dcd';

/** Reads every page of the Pagefind bundle in `folder`, packed or not, in the order of file names. */
export async function readFragments(folder: string): Promise<Fragment[]> {
  const names = (await readdir(join(folder, 'fragment'))).filter((name) => name.endsWith('.pf_fragment')).sort();
  const fragments: Fragment[] = [];
  for (const name of names) fragments.push(parseFragment(name, await readFile(join(folder, 'fragment', name))));
  return fragments;
}

function parseFragment(name: string, bytes: Buffer): Fragment {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
  if (!text.startsWith(signature)) throw new Error(`${name} is no fragment of Pagefind as it is known here`);
  return JSON.parse(text.slice(signature.length)) as Fragment;
}
