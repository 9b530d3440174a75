import { element } from '#client/phone/element.ts';
import { keepMessages as say } from '#messages/keep.ts';
import { keptPacks } from './kept-files.ts';
import { visitedPages } from './visited.ts';

/** How long the line is given to show that it is there. */
const patienceMs = 3000;

/** Without a line says at each hit that this phone has not kept that it cannot be opened now. */
export async function markUnkept(links: readonly HTMLAnchorElement[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const [packs, visited] = await Promise.all([keptPacks(), visitedPages()]);
  // Whoever keeps nothing has no search without a line either.
  if (packs.length === 0 || (await hasLine())) return;
  const isKept = (address: string) =>
    packs.some((pack) => pack.has(address)) || visited.some((page) => page.address === address);
  for (const link of links) {
    if (!isKept(link.pathname)) link.after(element('span', { className: 'found-unkept' }, say.notKept));
  }
}

async function hasLine(): Promise<boolean> {
  return fetch('/healthz', { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) }).then(
    () => true,
    () => false,
  );
}
