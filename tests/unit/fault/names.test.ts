import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptableFaults } from '#domain/fault/acceptable.ts';
import { explainedFaults } from '#domain/fault/names.ts';

/** The code below `src/`, apart from the table itself. */
const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith(join('domain', 'fault')))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

const kebab = '[a-z0-9]+(?:-[a-z0-9]+)+';

/** Names that code gives to a fault, where it makes one or prints one. */
function namesIn(text: string): ReadonlySet<string> {
  const made = [
    // faultIn(file, place, 'name', message), and the short ways of saying so in one file.
    new RegExp(String.raw`\b(?:faultIn|faultAt|fault|report|said)\(\s*(?:[^'\`;]*?,\s*)?'(${kebab})',`, 'g'),
    new RegExp(String.raw`faultAt\([^;]*?\],\s*'(${kebab})'`, 'g'),
    // { name: 'name', message }, also with the name in a constant that says what it is.
    new RegExp(String.raw`name: '(${kebab})'(?: as const)?,\s*message\b`, 'g'),
    new RegExp(`: FaultName = '(${kebab})'`, 'g'),
    // What a release prints as `name: sentence`.
    /[`']([a-z]+_[a-z]+): /g,
  ];
  return new Set(made.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name)));
}

/** Names that are put together from what they are about, such as `${what}-terlalu-panjang`. */
const composed = [...code.matchAll(/`\$\{what\}(-[a-z-]+)`/g)].map(([, ending = '']) => ending);

describe('the table of faults', () => {
  it('knows every name that code gives to a fault', () => {
    const names = [...namesIn(code)];
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !explainedFaults.has(name))).toEqual([]);
    expect(namesIn("faultAt(quiz, ['mode'], 'tidak-ada-di-tabel', message)")).toContain('tidak-ada-di-tabel');
  });

  it('holds no name that nothing reports any more', () => {
    const isReported = (name: string) =>
      code.includes(`'${name}'`) ||
      namesIn(code).has(name) ||
      composed.some((ending) => name.endsWith(ending) && /^[a-z]+$/.test(name.slice(0, -ending.length)));
    expect([...explainedFaults.keys()].filter((name) => !isReported(name))).toEqual([]);
    expect(isReported('hal-yang-tidak-ada-lagi')).toBe(false);
  });

  it('says why each of them matters, in whole sentences and without the name itself', () => {
    for (const [name, reason] of explainedFaults) {
      expect(reason, name).toMatch(/^[A-Z].{20,}[.…]$/s);
      expect(reason, name).not.toContain(name);
    }
    expect([...explainedFaults.keys()]).toEqual(expect.arrayContaining(Object.keys(acceptableFaults)));
  });
});
