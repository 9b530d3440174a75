import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { splitLesson } from '#content/files/frontmatter.ts';
import { guardProse } from '#content/guard/guard.ts';
import { faultsOf, head } from '../../support/guarded.ts';

describe('what passes', () => {
  it('compiles to code without imports of its own, expressions or names beyond the listed components', () => {
    const prose =
      '## A\n\nx {/* y */} <Term id="a&quot;b">c</Term>\n\n<Note kind="tip">\n\n[l](https://x.id)\n\n</Note>';
    const parts = splitLesson(head + prose);
    expect(faultsOf(prose)).toEqual([]);
    const { code } = mdxToJs(parts?.body ?? '', { features: { gfm: true, smartPunctuation: true } });
    expect(code.match(/^import .*/gm)).toEqual([expect.stringContaining('jsx-runtime')]);
    expect(code.match(/^export .*/gm)).toEqual(['export default MDXContent;']);
    expect(code).toContain('const { Note, Term } = _components');
  });

  it('never holds a name of the author outside of a text, whatever the pieces are put together to', () => {
    const pieces = fc.constantFrom(
      ...[
        '{JAHAT}',
        '{/* JAHAT */}',
        '{...JAHAT}',
        '{/* */ JAHAT}',
        '/*',
        '*/',
        '{/*',
        '*/}',
        '{',
        '}',
        'JAHAT',
        '`',
        '\\',
      ],
      ...['import JAHAT from "x"', 'export const JAHAT = 1', 'export ', 'import ', '<JAHAT />', '<JAHAT>', '</JAHAT>'],
      ...[
        '<Note kind="tip">',
        '</Note>',
        '<Note kind="tip" x={JAHAT}>',
        '<Term id="a">',
        '</Term>',
        '<Term id={JAHAT}>',
      ],
      ...['<Quiz id="a" />', '<Quiz id="JAHAT" />', '<Quiz', ' id=', '"', "'", '/>', '>', '<', '<!--', '-->'],
      ...[
        '[a](javascript:JAHAT)',
        '[a][b]',
        '[b]: javascript:JAHAT',
        '![a](JAHAT.ts)',
        '[',
        '](',
        ')',
        '&#123;',
        '&lbrace;',
      ],
      ...[
        '\n',
        '\n\n',
        ' ',
        '    ',
        '- ',
        '> ',
        '1. ',
        '# ',
        '## ',
        '| ',
        '|\n|-|\n',
        '---\n',
        '+++\n',
        '***',
        '~~',
        'teks',
      ],
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
        const parts = splitLesson(`${head}${all.join('')}`);
        if (parts === undefined || guardProse('x.mdx', parts).faults.length > 0) return;
        passed += 1;
        const { code } = mdxToJs(parts.body, { features: { gfm: true, smartPunctuation: true } });
        const names = code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
        expect(names).not.toMatch(/JAHAT/);
        expect(code).not.toMatch(/(?:href|src): "\s*javascript/i);
      }),
      { numRuns: 5_000 },
    );
    expect(passed).toBeGreaterThan(50);
  });
});
