let opened: Promise<IDBDatabase> | undefined;

/**
 * The phone's own store: `records` that wait to be sent, and small things in `phone` by their names. What is written there
 * survives a browser that is killed a moment later, which local storage does not.
 * @throws where the browser refuses to store
 */
export function openPhoneStore(): Promise<IDBDatabase> {
  opened ??= open();
  return opened;
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
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
