import { answerOf, inPhoneStore } from '#client/phone/store.ts';
import { forgetKnown } from './known-people.ts';

/**
 * Takes from this phone what it kept of somebody: the name, progress, marks, sheets and unfinished answers. Finished answers
 * that wait to be sent stay, without a name beside them: whoever holds the phone must not be able to throw them away.
 */
export async function forgetPerson(id: string): Promise<void> {
  forgetKnown(id);
  for (const key of Object.keys(localStorage)) if (isOf(key, id)) localStorage.removeItem(key);
  await inPhoneStore('phone', 'readwrite', async (it) => {
    const phone = it.objectStore('phone');
    for (const key of await answerOf<IDBValidKey[]>(phone.getAllKeys())) if (isOf(String(key), id)) phone.delete(key);
  });
}

/** Keys name whose they are between slashes. */
function isOf(key: string, id: string): boolean {
  return key.split('/').includes(id);
}
