import { packCache, workerAddress } from '#domain/offline/sets.ts';

// Only a secure page may have a worker; elsewhere there is nothing to register with.
addEventListener('load', () => void register().catch(() => undefined));

async function register(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(workerAddress);
  if (await caches.has(packCache)) await (await import('./update.ts')).updateKept();
}
