import { storageTroubleOf } from './fault.ts';

const firstPauseMs = 10;
const longestPauseMs = 250;

/**
 * Runs `work`, again and again while another program holds the database, for at most `patienceMs`. Everything else goes on
 * meanwhile: SQLite itself would wait on the event loop. Each new try begins with `renew`, because a BEGIN that failed keeps
 * its snapshot, under which no write can ever succeed.
 * @throws what `work` threw last
 */
export async function whileBusy<T>(
  work: () => Promise<T>,
  { renew, patienceMs }: { readonly renew: () => Promise<void>; readonly patienceMs: number },
): Promise<T> {
  const endAt = performance.now() + patienceMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (storageTroubleOf(error) !== 'busy') throw error;
      await renew();
      if (performance.now() + pauseMs > endAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
