import { expect, test } from 'vitest';
import { takeSection } from '#release/take-home/take-section.ts';

function take(body: string, head = ''): ReturnType<typeof takeSection> {
  return takeSection(`<!doctype html><head>${head}</head><body><main><article>${body}</article></main></body>`, {
    id: 'satu',
    address: '/kursus/up-202/satu/',
    placeOf: (address, hash) => (address === '/kursus/up-202/dua/' ? `dua${hash && `--${hash}`}` : undefined),
    drawingOf: (source) => (source.endsWith('.svg') ? 'data:image/svg+xml,x' : undefined),
    missingMedia: '(tidak ikut)',
  });
}

test('ids and what points to them are told apart from those of other sections', () => {
  const { html } = take(
    '<h2 id="a">A</h2><a href="#a">ke A</a><label for="b">B</label><input id="b" aria-describedby="a c">',
  );
  expect(html).toContain('<h2 id="satu--a">');
  expect(html).toContain('<a href="#satu--a">');
  expect(html).toContain('<label for="satu--b">');
  expect(html).toContain('aria-describedby="satu--a satu--c"');
});

test('links lead to other sections, those to pages that stay behind become words, others are left', () => {
  const { html } = take(
    '<a href="../dua/#x">dua</a> <a href="/kursus/up-202/dua/">lagi</a> <a href="/saya/">saya</a> <a href="https://contoh.id/">luar</a>',
  );
  expect(html).toBe(
    '<article><a href="#dua--x">dua</a> <a href="#dua">lagi</a> saya <a href="https://contoh.id/">luar</a></article>',
  );
});

test('drawings go along, photographs and recordings leave their words and are counted', () => {
  const { html, leftOut } = take(
    '<img src="/_astro/a.svg" alt="Bagan"><img src="/_astro/b.jpg" alt="Pasar <pagi>"><audio src="/c.mp3"></audio>',
  );
  expect(html).toBe(
    '<article><img alt="Bagan" src="data:image/svg+xml,x"><em class="left-out">Pasar &lt;pagi&gt;</em><em class="left-out">(tidak ikut)</em></article>',
  );
  expect(leftOut).toBe(2);
});

test('of a practice the key is folded away, its ids stay, and its form leads nowhere', () => {
  const { html } = take(
    '<quiz-form id="q"><p class="recorded-as">Masuk</p><form class="quiz-form" method="post" action="/jawab/"><div class="question-feedback" hidden><p class="question-verdict"></p><div class="question-rationale">Sebab</div></div></form><script type="application/json">{}</script><script src="/x.js"></script></quiz-form>',
  );
  expect(html).toBe(
    '<article><quiz-form id="q"><form class="quiz-form"><div class="question-feedback"><p class="question-verdict"></p><details class="key-fold"><summary>Lihat jawaban</summary><div class="question-rationale">Sebab</div></details></div></form><script type="application/json">{}</script></quiz-form></article>',
  );
});

test('styles that the page brings along are named', () => {
  const { sheets, style } = take(
    '<link rel="stylesheet" href="/_astro/w.css"><section data-answers-sheet="/_astro/q.css"></section>',
    '<style>a{}</style><link rel="stylesheet" href="/_astro/print.css" media="print">',
  );
  expect([sheets, style]).toEqual([['/_astro/w.css', '/_astro/q.css'], 'a{}']);
});
