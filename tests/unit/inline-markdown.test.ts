import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderBlocks, renderPrompt } from '#components/quiz/inline-markdown.ts';

test('bold, emphasis, code and links become HTML', () => {
  expect(renderPrompt('Biaya **tetap** dan *wajib*, `12`, [lihat](/bantuan/)').lead).toBe(
    'Biaya <strong>tetap</strong> dan <em>wajib</em>, <code>12</code>, <a href="/bantuan/">lihat</a>',
  );
});

test('a list after the question stands apart from what a legend may hold', () => {
  const { lead, rest } = renderPrompt('Mana yang benar?\n- satu\n- dua\n\nPilih.');
  expect(lead).toBe('Mana yang benar?');
  expect(rest).toBe('<ul><li>satu</li><li>dua</li></ul><p>Pilih.</p>');
});

test('numbered lines are one ordered list', () => {
  expect(renderBlocks('1. hitung\n2. bagi')).toBe('<ol><li>hitung</li><li>bagi</li></ol>');
});

test('arithmetic with stars stays arithmetic', () => {
  expect(renderPrompt('2 * 3 * 4 = 24').lead).toBe('2 * 3 * 4 = 24');
});

test('a link that would run code stays text', () => {
  expect(renderPrompt('[x](javascript:alert(1))').lead).not.toContain('<a');
  expect(renderPrompt('[x](data:text/html,x)').lead).not.toContain('<a');
});

test('whatever comes in, no tag and no attribute comes out but ours', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '**',
    '*',
    '`',
    '[',
    '](',
    ')',
    ':',
    '- ',
    '\n',
    'a',
    'script',
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const left = renderBlocks(text).replace(/<\/?(?:p|ul|ol|li|strong|em|code)>|<a href="[^"<>]*">|<\/a>/g, '');
        expect(left).not.toMatch(/[<>"]/);
      },
    ),
  );
});
