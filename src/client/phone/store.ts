import { assetCache, packCache, visitedCache } from '#domain/offline/sets.ts';

type StoreName = 'records' | 'phone';

let opened: Promise<IDBDatabase> | undefined;

/**
 * The phone's own store: `records` that wait to be sent, and small things in `phone` by their names. What is written there
 * survives a browser that is killed a moment later, which local storage does not.
 * @throws where the browser refuses to store
 */
export function openPhoneStore(): Promise<IDBDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/**
 * Runs `work` in one transaction; what it returns is valid once everything is stored. Browsers close the store by themselves,
 * short of memory or space: what fails is done once more over a fresh connection, so `work` must stand being repeated.
 * @throws DOMException where the browser stores nothing, `QuotaExceededError` when the phone is full
 */
export async function inPhoneStore<T>(
  names: StoreName | readonly StoreName[],
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const attempt = async (): Promise<T> => {
    const store = await openPhoneStore();
    try {
      return await inTransaction(store.transaction(names, mode), work);
    } catch (error) {
      store.close();
      opened = undefined;
      throw error;
    }
  };
  try {
    return await attempt();
  } catch (error) {
    return (error as Error).name === 'QuotaExceededError' ? withRoom(attempt) : attempt();
  }
}

/** What a person did comes before lessons, which can be fetched again: visited pages go first, then kept courses. */
async function withRoom<T>(attempt: () => Promise<T>): Promise<T> {
  if (!('caches' in globalThis)) return attempt();
  await Promise.all([caches.delete(visitedCache), caches.delete(assetCache)]);
  return attempt().catch(async () => {
    await caches.delete(packCache);
    return attempt();
  });
}

async function inTransaction<T>(
  transaction: IDBTransaction,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const stored = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const [result] = await Promise.all([work(transaction), stored]);
  return result;
}

/** What a request of the store comes to. */
export function answerOf<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('rumah-belajar', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('records', { keyPath: 'id' });
      request.result.createObjectStore('phone');
    };
    request.onsuccess = () => {
      // A newer page may need to change the store: never stand in its way.
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => {
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
