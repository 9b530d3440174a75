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

const found = (name: string) => ({ src: `/_astro/${name}`, ...(name.endsWith('.png') ? { width: 4, height: 3 } : {}) });

test('a picture and a sound stand where they are named, with their words', () => {
  expect(renderPrompt('Apa ini? ![Kompor](kompor.png)', found).lead).toBe(
    'Apa ini? <img src="/_astro/kompor.png" alt="Kompor" width="4" height="3" loading="lazy" decoding="async">',
  );
  expect(renderPrompt('![Bu Tini *menawar*](tawar.mp3)', found).lead).toBe(
    '<span class="sound"><span>Bu Tini &#42;menawar&#42;</span> <audio controls preload="none" src="/_astro/tawar.mp3" aria-label="Bu Tini &#42;menawar&#42;"></audio></span>',
  );
});

test('of a picture or a sound that is not there any more its words are left', () => {
  expect(renderPrompt('![Kompor](kompor.png) ![Bu Tini](tawar.mp3)').lead).toBe('(Kompor) (Bu Tini)');
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
    '![',
    '.mp3',
    '.png',
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        for (const find of [found, () => undefined]) {
          const left = renderBlocks(text, find)
            .replace(/<img src="[^"<>]*" alt="[^"<>]*"(?: width="4" height="3")? loading="lazy" decoding="async">/g, '')
            .replace(/<audio controls preload="none" src="[^"<>]*" aria-label="[^"<>]*"><\/audio>/g, '')
            .replace(/<span class="sound">/g, '<span>')
            .replace(/<\/?(?:p|ul|ol|li|strong|em|code|span)>|<a href="[^"<>]*">|<\/a>/g, '');
          expect(left).not.toMatch(/[<>"]/);
        }
      },
    ),
  );
});
