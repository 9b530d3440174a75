import { describe, expect, it } from 'vitest';
import { convertText } from '#content/exchange/text/convert.ts';
import { htmlToMarkdown } from '#content/exchange/text/html.ts';

const small = 'pangkat dan indeks ditulis dengan tanda kecil atau ^ _';

describe('HTML', () => {
  it.each([
    ['<p>Satu <b>dua </b>&amp; <i>tiga</i></p><p>empat</p>', 'Satu **dua** & *tiga*\n\nempat', []],
    ['a<br>b<ul><li>c</li><li>d</li></ul>e', 'a\nb\n\n- c\n- d\n\ne', []],
    ['<ol><li><p>a</p></li><li>b</li><li></li></ol><p>c</p>', '1. a\n1. b\n\nc', []],
    ['<b><i>a</i></b><b>b</b>', '**ab**', []],
    ['<b>a</b><b>b</b>', '**ab**', []],
    ['<a href="https://x.id">x</a> <a name="y">y</a>', '[x](https://x.id) y', []],
    [
      '<span style="color:red">x</span><script>alert(1)</script>',
      'x',
      ['warna dan gaya tulisan dihapus', 'bagian <script> dihapus'],
    ],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a | b\nc', ['tabel menjadi baris tulisan']],
    ['<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n- b', ['daftar bersusun menjadi satu tingkat']],
    ['3 &lt; 4 &#8594; &le; &frac14; m&sup2; &there4; &hearts;', '3 < 4 → ≤ ¼ m² ∴ ♥', []],
    ['a &nosuch; b', 'a &nosuch; b', ['kode tanda &nosuch; tidak dikenal dan dibiarkan']],
    ['10<sup>3</sup> H<sub>2</sub>O x<sup>a/b</sup>', '10³ H₂O x^(a/b)', [small]],
    ['Harga <s>5.000</s> 4.000', 'Harga 5.000 4.000', ['coretan dihapus, tulisannya tetap']],
    ['<p class=MsoNormal>Kas<o:p></o:p></p><!--[if gte mso 9]>x<![endif]-->', 'Kas', []],
    ['3 < 4 dan 5 > 2', '3 < 4 dan 5 > 2', []],
  ])('%s becomes Markdown', (html, text, losses) => {
    expect(htmlToMarkdown(html)).toEqual({ text, losses });
  });

  it.each(['Jika a<b dan c>d, maka?', 'Jika x<y maka', 'Nilai 3</4', 'Jika a<!b', 'x<n>y'])(
    '%s is not taken with a hole in it, and the remedy is named',
    (html) => {
      expect(htmlToMarkdown(html)).toMatchObject({ text: '', problem: expect.stringContaining('Tulis &lt;') });
    },
  );

  it('names plain words that Markdown would swallow', () => {
    const said = [expect.stringContaining('tanda *')];
    expect(htmlToMarkdown('<p>Tulis *nama* Anda</p>')).toEqual({ text: 'Tulis *nama* Anda', losses: said });
    expect(convertText('Tulis `nama` Anda', 'plain_text').losses).toEqual(said);
    expect(convertText('5*3*2 dus', 'moodle').losses).toEqual([]);
  });

  it('keeps the lines of a text that is only partly HTML', () => {
    expect(convertText('Satu &amp; dua\nTiga', 'moodle').text).toBe('Satu & dua\nTiga');
    expect(convertText('<b>Satu</b>\ndua', 'moodle', 'line').text).toBe('Satu dua');
  });

  it('of hostile length takes no long time', () => {
    const started = performance.now();
    for (const part of [
      '<p>',
      '<!--',
      '<b>',
      '<b><p>',
      '<font size=1>',
      '<script>',
      '&',
      '<a href=',
      '<table><tr><td>',
    ])
      for (const count of [900 / (part.split('<').length - 1 || 1), 20_000 / part.length])
        htmlToMarkdown(part.repeat(count));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
