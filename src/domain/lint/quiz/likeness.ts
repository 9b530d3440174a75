/** The words and numbers of a text in their order: no case, no marks. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{N}[\p{N}.,]*\p{N}|[\p{L}\p{N}]+/gu) ?? []
  );
}

/** How alike two texts are: the share (0–1) of their different words that stand in both. Short texts are never alike. */
export function likenessOf(a: readonly string[], b: readonly string[]): number {
  const [setA, setB] = [new Set(a), new Set(b)];
  const both = [...setA].filter((word) => setB.has(word)).length;
  return Math.min(setA.size, setB.size) < shortestToCompare ? 0 : both / (setA.size + setB.size - both);
}

/** Below this many different words two questions look alike by their form: "Pasangkan surat dengan gunanya." */
const shortestToCompare = 6;
