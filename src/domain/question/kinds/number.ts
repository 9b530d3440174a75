import { formatNumber, formatRupiah, parseNumber } from '#domain/number.ts';
import { type AuthoredKind, type QuestionProblem, scoredBase, wordlessBase } from '#domain/question/authored-kind.ts';
import { meaningOf } from '#domain/question/sameness.ts';
import { type PublicQuestionBase, publicBase, type QuestionBase, type QuestionKind } from '#domain/question/kind.ts';

/** A number to work out and write down. */
export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number';
  /** Shown with the field: Rp, %, bungkus, … */
  readonly unit?: string;
  readonly key: number;
  /** Largest distance from the key that is still right, in the same unit. */
  readonly tolerance: number;
  /** Practice only. */
  readonly mistakes?: readonly Mistake[];
}

/** A wrong number that people come to by a known road, within the tolerance of the key. */
export interface Mistake {
  readonly value: number;
  /** What to say to somebody who gave it: what was probably done, and what to do instead. */
  readonly say: string;
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
    const parsed = parseNumber(given.text, question.unit);
    if ('value' in parsed) return undefined;
    return parsed.problem === 'ambiguous' ? parsed : { problem: 'not_a_number' };
  },

  sayTo(question, given) {
    const readings = readingsOf(question, given);
    if (readings.some((reading) => isNear(question, reading))) return undefined;
    const { mistakes = [], tolerance } = question;
    return mistakes.find(({ value }) => readings.some((reading) => isNear({ key: value, tolerance }, reading)))?.say;
  },

  /** A text with two readings earns when one of them is right: whoever wrote `12,780` from a calculator knew it. */
  earnedRatio(question, given) {
    return readingsOf(question, given).some((reading) => isNear(question, reading)) ? 1 : 0;
  },
};

export const authoredNumber: AuthoredKind<NumberQuestion, PublicNumberQuestion, NumberGiven> = {
  editor: {
    title: 'Angka',
    purpose: 'Peserta menghitung lalu menulis angkanya.',
    fields: [
      { control: 'number', name: 'key', label: 'Angka yang benar', hint: 'Contoh: 12500 atau 0,75.' },
      {
        ...{ control: 'text', name: 'unit', label: 'Satuan', limit: 20, isOptional: true },
        hint: 'Tampil di samping kotak jawaban: Rp, %, bungkus.',
      },
      {
        ...{ control: 'number', name: 'tolerance', label: 'Selisih yang masih benar', allowsShare: true },
        hint: '0 bila harus tepat; boleh juga persen dari kunci, misalnya 5%.',
      },
      {
        ...{ control: 'rows', name: 'mistakes', label: 'Kesalahan yang sering', least: 1, most: 6 },
        ...{ isOptional: true, isForPractice: true },
        hint: 'Angka keliru yang sering muncul, dan apa yang dikatakan kepada yang menulisnya.',
        cells: [
          { control: 'number', name: 'value', label: 'Angka keliru' },
          { control: 'text', name: 'say', label: 'Yang dikatakan', limit: 300 },
        ],
      },
    ],
  },

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

  advice({ mistakes }) {
    return mistakes;
  },

  texts({ unit, mistakes = [] }) {
    const said = mistakes.map(({ say }, at) => ({ path: ['mistakes', at, 'say'], text: say, holdsMedia: false }));
    return unit === undefined ? said : [{ path: ['unit'], text: unit, holdsMedia: false }, ...said];
  },

  secrets({ mistakes = [] }) {
    return mistakes.map(({ say }) => say);
  },

  problems(question, { mode }) {
    const { key, tolerance, rationale, unit } = question;
    const faults = [...checkMistakes(question, mode)];
    if (tolerance > 0 && tolerance >= Math.abs(key)) {
      const message = `tolerance ${formatNumber(tolerance)} sebesar kuncinya sendiri, jadi 0 pun benar. Isi selisih terbesar yang masih benar.`;
      faults.push({ path: ['tolerance'], name: 'toleransi-terlalu-besar', message, isWarning: true });
    }
    if (isThousandfold(key, rationale, unit)) {
      const message = `kunci terbaca ${formatNumber(key)}, padahal pembahasan menyebut ${formatNumber(key * 1000)}. Tulis key tanpa titik ribuan.`;
      faults.push({ path: ['key'], name: 'kunci-beda-seribu-kali', message, isWarning: true });
    }
    return faults;
  },

  rightResponse({ key }) {
    return { text: formatNumber(key) };
  },

  wrongResponse({ key, tolerance }) {
    return { text: String(Math.trunc(key) + Math.ceil(tolerance) + 1) };
  },

  /** `12.500`, `12500` and `Rp 12.500` are one answer; `-5` and `5` are two. */
  answers({ unit }) {
    return {
      rowOf({ text }) {
        const parsed = parseNumber(text, unit);
        return { text: text.trim(), meaning: 'value' in parsed ? String(parsed.value) : `"${meaningOf(text)}"` };
      },
    };
  },

  scored(question) {
    const { kind, key, tolerance, unit, mistakes } = question;
    const own = {
      kind,
      key,
      tolerance,
      ...(unit !== undefined && { unit }),
      ...(mistakes !== undefined && { mistakes }),
    };
    return { ...scoredBase(question), ...own };
  },

  wordless(question) {
    const { kind, unit } = question;
    return { ...wordlessBase(question), kind, ...(unit !== undefined && { unit }) };
  },
};

/** A mistake is another number than the key and than every other mistake, as far as the tolerance can tell. */
function checkMistakes(
  { key, tolerance, mistakes = [] }: NumberQuestion,
  mode: 'practice' | 'assessment',
): readonly QuestionProblem[] {
  const faults = mistakes.flatMap(({ value }, at): readonly QuestionProblem[] => {
    const path = ['mistakes', at, 'value'];
    if (isNear({ key, tolerance }, value)) {
      const message = `${formatNumber(value)} masih dianggap benar (kunci ${formatNumber(key)}, selisih ${formatNumber(tolerance)}). Hapus, atau kecilkan tolerance.`;
      return [{ path, name: 'kesalahan-sama-dengan-kunci', message }];
    }
    const earlier = mistakes.slice(0, at).find((it) => isNear({ key: it.value, tolerance }, value));
    if (earlier === undefined) return [];
    const message = `${formatNumber(value)} tidak bisa dibedakan dari ${formatNumber(earlier.value)} di atas. Gabungkan keduanya.`;
    return [{ path, name: 'kesalahan-ganda', message }];
  });
  if (mode === 'practice' || mistakes.length === 0) return faults;
  const message = 'mistakes hanya dipakai di latihan. Hapus, atau pindahkan isinya ke rationale.';
  return [...faults, { path: ['mistakes'], name: 'hanya-untuk-latihan', message, isWarning: true }];
}

/** The numbers that `given` could mean; none when it is no number. */
function readingsOf({ unit }: PublicNumberQuestion, { text }: NumberGiven): readonly number[] {
  const parsed = parseNumber(text, unit);
  if ('value' in parsed) return [parsed.value];
  return parsed.problem === 'ambiguous' ? parsed.readings : [];
}

/** Whether the explanation names a thousand times the key, and never the key: a dot was taken for a decimal sign. */
function isThousandfold(key: number, rationale: string, unit: string | undefined): boolean {
  const told = (rationale.match(/\d(?:[\d.,]*\d)?/g) ?? []).map((text) => parseNumber(text, unit));
  const names = (value: number) =>
    told.some((it) => 'value' in it && Math.abs(it.value - value) <= 1e-9 * Math.abs(value));
  return key !== 0 && names(key * 1000) && !names(key);
}

/** Within the tolerance, with room for what binary fractions add. */
function isNear({ key, tolerance }: Pick<NumberQuestion, 'key' | 'tolerance'>, value: number): boolean {
  return Math.abs(value - key) <= tolerance + 1e-9 * Math.max(1, Math.abs(key));
}
