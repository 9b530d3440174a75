import { describe, expect, it } from 'vitest';
import { calledName, initialsOf } from '#domain/person/called-name.ts';

describe('a name in short', () => {
  it.each([
    ['Siti Aminah', 'Siti', 'SA'],
    ['Bu Wartini', 'Wartini', 'W'],
    ['Hj. Mbak Tini Lestari', 'Tini', 'TL'],
    ['H. M. Yusuf', 'M. Yusuf', 'MY'],
    ['Sutarmi', 'Sutarmi', 'S'],
    ['Bu', 'Bu', 'B'],
    ["Nur'aini", "Nur'aini", 'N'],
    ["'Aisyah D'Arc", "'Aisyah", 'AD'],
    ['  siti   aminah  ', 'siti', 'SA'],
    ['王小明', '王小明', '王'],
    ['👩🏽‍🌾', '👩🏽‍🌾', '👩'],
    [`${'x'.repeat(60)} y`, 'x'.repeat(60), 'XY'],
  ])('of %s is %s with %s', (name, called, initials) => {
    expect(calledName(name)).toBe(called);
    expect(initialsOf(name)).toBe(initials);
  });
});
