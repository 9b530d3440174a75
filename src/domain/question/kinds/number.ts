import { formatNumber, formatRupiah, type ParsedNumber, parseNumber } from '#domain/number.ts';
import { type AuthoredKind, scoredBase, wordlessBase } from '#domain/question/authored-kind.ts';
import { foldSpelling } from '#domain/question/accepted.ts';
import { type PublicQuestionBase, publicBase, type QuestionBase, type QuestionKind } from '#domain/question/kind.ts';

/** A number to work out and write down. */
export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number';
  /** Shown with the field: Rp, %, bungkus, … */
  readonly unit?: string;
  readonly key: number;
  /** Largest distance from the key that is still right, in the same unit. */
  readonly tolerance: number;
}

export interface PublicNumberQuestion extends PublicQuestionBase {
  readonly kind: 'number';
  readonly unit?: string;
}

export interface NumberGiven {
  /** As typed, at most 64 signs. */
  readonly text: string;
}

export const numberLimits = { textLength: 64 } as const;

export const number: QuestionKind<NumberQuestion, PublicNumberQuestion, NumberGiven> = {
  withoutKey(question) {
    const base = { ...publicBase(question), kind: 'number' as const };
    return question.unit === undefined ? base : { ...base, unit: question.unit };
  },

  parseGiven(_question, value) {
    const text = (value as Partial<NumberGiven> | null | undefined)?.text;
    return typeof text === 'string' && text.length <= numberLimits.textLength && text.trim() !== ''
      ? { text }
      : undefined;
  },

  parseForm(_question, values) {
    const [text] = values;
    return values.length !== 1 || text === undefined || text.trim() === '' ? undefined : { text };
  },

  formValues(_question, { text }) {
    return [text];
  },

  findUnclear(question, given) {
    const parsed = readGiven(question, given);
    if ('value' in parsed) return undefined;
    return parsed.problem === 'ambiguous' ? parsed : { problem: 'not_a_number' };
  },

  /** A text with two readings earns when one of them is right: whoever wrote `12,780` from a calculator knew it. */
  earnedRatio(question, given) {
    const parsed = readGiven(question, given);
    if ('value' in parsed) return isNear(question, parsed.value) ? 1 : 0;
    return parsed.problem === 'ambiguous' && parsed.readings.some((reading) => isNear(question, reading)) ? 1 : 0;
  },
};

export const authoredNumber: AuthoredKind<NumberQuestion, PublicNumberQuestion, NumberGiven> = {
  describeKey({ unit, key }) {
    if (unit === 'Rp' && Number.isInteger(key)) return formatRupiah(key);
    return unit === undefined ? formatNumber(key) : `${formatNumber(key)}\u00a0${unit}`;
  },

  form({ unit = '' }) {
    return unit;
  },

  keyParts({ key, tolerance }) {
    return [key, tolerance];
  },

  texts({ unit }) {
    return unit === undefined ? [] : [{ path: ['unit'], text: unit, holdsMedia: false }];
  },

  rightResponse({ key }) {
    return { text: String(key).replace('.', ',') };
  },

  wrongResponse({ key, tolerance }) {
    return { text: String(Math.trunc(key) + Math.ceil(tolerance) + 1) };
  },

  answers() {
    return { rowOf: ({ text }) => ({ text: text.trim(), meaning: foldSpelling(text) }) };
  },

  scored(question) {
    const { kind, key, tolerance, unit } = question;
    return { ...scoredBase(question), kind, key, tolerance, ...(unit !== undefined && { unit }) };
  },

  wordless(question) {
    const { kind, unit } = question;
    return { ...wordlessBase(question), kind, ...(unit !== undefined && { unit }) };
  },
};

/** What the participant wrote as a number; the question's own unit before or behind it is no fault. */
export function readGiven({ unit }: { readonly unit?: string | undefined }, { text }: NumberGiven): ParsedNumber {
  const plain = text.trim();
  if (unit === undefined) return parseNumber(plain);
  const [lowered, loweredUnit] = [plain.toLowerCase(), unit.toLowerCase()];
  if (lowered.endsWith(loweredUnit)) return parseNumber(plain.slice(0, -unit.length));
  if (lowered.startsWith(loweredUnit)) return parseNumber(plain.slice(unit.length));
  return parseNumber(plain);
}

/** Within the tolerance, with room for what binary fractions add. */
function isNear({ key, tolerance }: NumberQuestion, value: number): boolean {
  return Math.abs(value - key) <= tolerance + 1e-9 * Math.max(1, Math.abs(key));
}
