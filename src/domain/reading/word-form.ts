/**
 * Whether a word is a known one with endings that Indonesian sets behind any word: -nya, -ku, -mu, then -lah, -kah, -pun
 * (`statusnya`, `Sanggupkah`). Word lists hold these only by chance. Prefixes and the endings -kan, -i, -an are not undone:
 * they make new words, and undoing them lets five times as many slips pass as words.
 */
export function isKnownWithEnding(word: string, knows: (word: string) => boolean): boolean {
  const lower = word.toLowerCase();
  const withoutParticle = lower.replace(/(?:lah|kah|pun)$/, '');
  const bases = [withoutParticle, withoutParticle.replace(/(?:nya|ku|mu)$/, ''), lower.replace(/(?:nya|ku|mu)$/, '')];
  return bases.some((base) => base !== lower && base.length >= 3 && knows(base));
}
