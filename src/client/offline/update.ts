import { keepText, keptText } from '#client/phone/text.ts';
import { allowInstalling } from './install.ts';
import { bytesToBring, fetchOffer, forgetOlder, keepSets, listKept } from './saver.ts';

/** How often a phone asks whether what it keeps is still what is offered. */
const pauseMs = 10 * 60_000;
/** What is brought without asking: prepaid data are the reader's own. On the line, in bytes. */
const unaskedBytes = 30_000;

const lookedKey = 'simpanan-dilihat';

/** Brings what is kept up to date where that is little; more is offered on the course's page. */
export async function updateKept(): Promise<void> {
  if ((await listKept()).size === 0) return;
  allowInstalling();
  const lookedAt = Number(keptText(lookedKey) ?? 0);
  if (Math.abs(Date.now() - lookedAt) < pauseMs) return;
  keepText(lookedKey, String(Date.now()));
  // What was replaced on an earlier visit is read by nobody any more.
  await forgetOlder();
  const [kept, offer] = [await listKept(), await fetchOffer()];
  // The engine of the search comes last: it must find the texts of its own release.
  const sets = [...kept.keys()].sort().reverse();
  if (bytesToBring(sets, offer, kept) <= unaskedBytes) await keepSets(sets, offer);
}
