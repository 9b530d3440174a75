/** What a word says about a statement, or why that is not clear (Indonesian). */
export type Truth = { readonly value: boolean; readonly note?: string } | { readonly refused: string };

const trueWords = ['benar', 'betul', 'ya', 'iya', 'true', 'yes', 'correct', 'right'];
const falseWords = ['salah', 'keliru', 'tidak', 'false', 'no', 'wrong', 'incorrect'];

/**
 * Reads `benar`, `Ya`, `TRUE`, `B`, `1` … A letter that stands for two words (`T`: true or tidak) is told by what else the file
 * writes in the same place, `others`; where that does not tell, it is refused, and `clear` names what to write instead.
 */
export function readTruth(written: string, others: readonly string[] = [], clear = 'benar atau salah'): Truth {
  const word = fold(written);
  if (trueWords.includes(word)) return { value: true };
  if (falseWords.includes(word)) return { value: false };
  const beside = new Set(others.map(fold));
  const has = (...words: readonly string[]): boolean => words.some((it) => beside.has(it));
  const unclear = (readings: string): Truth => ({
    refused: `"${written}" bisa berarti ${readings}. Tulis ${clear}.`,
  });
  // One sign alone could have been a slip of the hand.
  const told = (value: boolean): Truth => ({ value, note: `"${written}" dibaca ${value ? 'benar' : 'salah'}` });
  switch (word) {
    case 't': {
      const isNo = has('y', 'ya', 'iya');
      const isTrue = has('f', 'false', 'true');
      if (isNo === isTrue || has('b', 's', 'benar', 'salah', 'betul'))
        return unclear('True (benar) atau Tidak (salah)');
      return isNo
        ? { value: false, note: `"${written}" dibaca tidak (salah), sebab di tempat lain tertulis Y atau Ya` }
        : { value: true, note: `"${written}" dibaca true (benar), sebab di tempat lain tertulis F, False, atau True` };
    }
    case 'y':
      return told(true);
    case 'n':
    case 'f':
      return told(false);
    case 'b':
      return has('a', 'c', 'd', 'e') ? unclear('Benar atau pilihan B') : told(true);
    case 's':
      return has('ts', 'ss', 'sts') ? unclear('Salah atau Setuju') : told(false);
    case '1':
      return has('2', '3') ? unclear('benar atau pilihan nomor 1') : told(true);
    case '0':
      return told(false);
    default:
      return { refused: `"${written}" bukan ${clear}. Tulis ${clear}.` };
  }
}

function fold(text: string): string {
  return text.trim().toLowerCase().replace(/[.!]$/, '');
}
