/** A text that must be in no file that a browser can fetch. */
export interface Secret {
  readonly where: string;
  /** Words with one blank between them. */
  readonly words: string;
}

/** So many words in a row tell a secret from nearly every other text. */
const sampleWords = 3;

/**
 * Finds which secrets stand in a text of words, in the order they were given. A secret's first and last word may be part of
 * longer ones in the text; its inner words may not. So a sample of them leads to the few secrets that are then looked for as
 * a whole: the work grows with the text, not with text times secrets.
 */
export function openSecretIndex(secrets: readonly Secret[]): (words: string) => readonly Secret[] {
  const bySample = new Map<string, number[]>();
  const inSamples = new Set<string>();
  const tooShort: number[] = [];
  for (const [place, { words }] of secrets.entries()) {
    const sample = rarestSample(words.split(' ').slice(1, -1));
    if (sample === undefined) {
      tooShort.push(place);
      continue;
    }
    for (const word of sample) inSamples.add(word);
    const key = sample.join(' ');
    bySample.set(key, [...(bySample.get(key) ?? []), place]);
  }
  return (words) => {
    const candidates = new Set(tooShort);
    const texts = words.split(' ');
    let inARow = 0;
    for (const [at, word] of texts.entries()) {
      inARow = inSamples.has(word) ? inARow + 1 : 0;
      if (inARow < sampleWords) continue;
      for (const place of bySample.get(texts.slice(at + 1 - sampleWords, at + 1).join(' ')) ?? [])
        candidates.add(place);
    }
    return [...candidates]
      .sort((a, b) => a - b)
      .flatMap((place) => secrets[place] ?? [])
      .filter((secret) => words.includes(secret.words));
  };
}

/** Long words are rarer than short ones. Undefined when there are not enough words. */
function rarestSample(words: readonly string[]): readonly string[] | undefined {
  const samples = words.slice(sampleWords - 1).map((_, at) => words.slice(at, at + sampleWords));
  const length = (sample: readonly string[]): number => sample.join('').length;
  return samples.sort((a, b) => length(b) - length(a))[0];
}
