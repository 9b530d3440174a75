import { isFunctionWord } from './function-words.ts';

const shortestPiece = 3;
const mostPieces = 4;

/** The words that an unknown one was run together from, `kirimuang`; undefined when it is not made of known words. */
export function splitRunTogether(word: string, isKnown: (piece: string) => boolean): readonly string[] | undefined {
  if (word.length < 2 * shortestPiece + 1 || !/^[a-z]+$/.test(word)) return undefined;
  const pieces = split(word, mostPieces, (piece) => isFunctionWord(piece) || isKnown(piece));
  return pieces !== undefined && pieces.length > 1 && !pieces.every(isFunctionWord) ? pieces : undefined;
}

/** As few pieces as there can be; of these, those whose first is the longest. */
function split(text: string, most: number, isWord: (piece: string) => boolean): readonly string[] | undefined {
  if (isWord(text)) return [text];
  if (most === 1) return undefined;
  let best: readonly string[] | undefined;
  for (let at = text.length - shortestPiece; at >= shortestPiece; at -= 1) {
    if (!isWord(text.slice(0, at))) continue;
    const rest = split(text.slice(at), most - 1, isWord);
    if (rest !== undefined && (best === undefined || rest.length + 1 < best.length)) {
      best = [text.slice(0, at), ...rest];
    }
  }
  return best;
}
