import { element } from '#client/phone/element.ts';

/** More would be no help to the eye. */
const mostMarks = 60;

/** Marks whole words in the text of an element; what is asked and filled in stays as it is. */
export function markWords(root: Element, words: readonly string[]): void {
  const letters = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).filter((word) => word !== '');
  if (letters.length === 0) return;
  const sought = new RegExp(`(?<![\\p{L}\\p{N}])(?:${letters.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('form, .quiz, work-sheet, svg, script')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const found: Text[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) found.push(node as Text);
  let left = mostMarks;
  for (const text of found) {
    const matches = [...text.data.matchAll(sought)].slice(0, left).reverse();
    left -= matches.length;
    for (const match of matches) {
      const word = text.splitText(match.index);
      word.splitText(match[0].length);
      word.replaceWith(element('mark', {}, match[0]));
    }
  }
}
