import { describe, expect, it } from 'vitest';
import { groupWhileTyping, lookAtPoints } from '#client/worksheet/grouping.ts';
import { parseNumber } from '#domain/number.ts';

/** A field as far as typing needs it: no page, the same rules. */
function openField(value = '') {
  const field = {
    value,
    dataset: {} as Record<string, string | undefined>,
    selectionStart: value.length,
    setSelectionRange(at: number) {
      field.selectionStart = at;
    },
  };
  const input = field as unknown as HTMLInputElement;
  lookAtPoints(input);
  const edit = (text: string, caret: number, typed: string | null) => {
    field.value = text;
    field.selectionStart = caret;
    groupWhileTyping(input, typed);
  };
  return {
    field,
    type(signs: string) {
      for (const sign of signs) {
        const at = field.selectionStart;
        edit(field.value.slice(0, at) + sign + field.value.slice(at), at + 1, sign);
      }
      return field.value;
    },
    erase() {
      const at = field.selectionStart;
      edit(field.value.slice(0, at - 1) + field.value.slice(at), at - 1, null);
      return field.value;
    },
    paste(text: string) {
      edit(text, text.length, null);
      return field.value;
    },
  };
}

describe('a number that is typed', () => {
  it('gets its points between thousands, also when it is pasted or erased again', () => {
    expect(openField().type('1500000')).toBe('1.500.000');
    expect(openField().type('12500,75')).toBe('12.500,75');
    expect(openField().paste('250000')).toBe('250.000');
    const field = openField();
    field.type('12345');
    expect([field.erase(), field.erase(), field.type('9')]).toEqual(['1.234', '123', '1.239']);
  });

  it('keeps what was there before in step, with the caret where it was', () => {
    const it = openField('1.500.000');
    it.field.selectionStart = 1;
    it.type('2');
    expect([it.field.value, it.field.selectionStart]).toEqual(['12.500.000', 2]);
    expect(openField('1.500.000').erase()).toBe('150.000');
  });

  it('is what its writer meant, where they write points themselves', () => {
    for (const text of ['12.5', '1250.75', '1.500.000', '12.500', '0.5', '1250.5', '1.250']) {
      expect(parseNumber(openField().type(text))).toEqual(parseNumber(text));
    }
    expect(openField('12.5').type('0')).toBe('12.50');
    expect(openField().paste('12.5')).toBe('12.5');
  });

  it('is left alone where it is more than digits', () => {
    for (const text of ['-5000', '1/2', '1,5 juta', 'Rp 5000', 'seratus']) expect(openField().type(text)).toBe(text);
  });
});
