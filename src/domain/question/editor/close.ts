import { parseNumber } from '#domain/number.ts';
import { type EditorField, type FormRow, type FormValues, mark, type PlainField, type RowsField } from './field.ts';
import { idPath } from './open.ts';

/** What a form says: the fields of a question as its file holds them, undefined where one is left out. */
export interface ClosedForm {
  readonly fields: Readonly<Record<string, unknown>>;
  /** What must be mended before it can be written, by the name of the control: `choices.0.text`. Indonesian. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Makes a name from a text, none of those that are taken. */
export type NameOf = (text: string, taken: ReadonlySet<string>) => string;

const empty = 'Isi bagian ini.';

export function closeForm(fields: readonly EditorField[], values: FormValues, nameOf: NameOf): ClosedForm {
  const closed: Record<string, unknown> = {};
  const problems = new Map<string, string>();
  const taken = new Set(Object.values(values.rows).flatMap((rows) => rows.flatMap(idsOf)));
  for (const field of fields) {
    if (field.control === 'rows') closeRows(field, values.rows[field.name] ?? []);
    else closed[field.name] = closePlain(field, values.texts[field.name] ?? '', field.name);
  }
  return { fields: closed, problems };

  function closePlain(field: PlainField, text: string, name: string): unknown {
    const read = readPlain(field, text.replaceAll('\r\n', '\n').trim());
    if ('problem' in read) problems.set(name, read.problem);
    return 'value' in read ? read.value : undefined;
  }

  function closeRows(field: RowsField, sent: readonly FormRow[]): void {
    const written = field.cells.filter(({ control }) => control !== 'pick');
    const rows = sent.filter((row) => written.some(({ name }) => (row[name] ?? '').trim() !== ''));
    const isLeft = rows.length === 0 && field.isOptional === true;
    if (rows.length < field.least && !isLeft) problems.set(field.name, `Isi paling sedikit ${field.least} baris.`);
    if (rows.length > field.most) problems.set(field.name, `Paling banyak ${field.most} baris.`);
    const items = rows.map((row, at) => closeRow(field, row, `${field.name}.${at}`));
    if (field.close !== undefined) {
      closed[field.name] = isLeft ? undefined : field.close(rows);
      return;
    }
    name(field, items, rows);
    closed[field.name] = isLeft ? undefined : items;
    if (field.key === undefined) return;
    const marked = items.flatMap((item, at) => (rows[at]?.[mark] === undefined ? [] : [item.id]));
    if (marked.length === 0) problems.set(field.name, field.hint ?? empty);
    closed[field.key.name] = field.key.isMany ? marked : marked[0];
  }

  function closeRow(field: RowsField, row: FormRow, name: string): Record<string, unknown> {
    const item: Record<string, unknown> = {};
    // Ids first, as authors write them.
    for (const owner of field.owners ?? []) put(item, idPath(owner), row[idPath(owner)] ?? '');
    for (const cell of field.cells) {
      const value = closePlain(cell, row[cell.name] ?? '', `${name}.${cell.name}`);
      if (value !== undefined) put(item, cell.name, value);
    }
    return item;
  }

  /** Gives an id to every part that has none, or that of another text. */
  function name({ owners = [] }: RowsField, items: readonly Record<string, unknown>[], rows: readonly FormRow[]): void {
    for (const owner of owners) {
      const known = new Map<string, string>();
      for (const [at, item] of items.entries()) {
        const part = owner === '' ? item : (item[owner] as Record<string, unknown>);
        const text = String(part.text ?? '');
        const given = rows[at]?.[idPath(owner)] ?? '';
        const isOwn = given !== '' && (known.get(given) ?? text) === text;
        const same = owner === 'right' ? [...known].find(([, it]) => it === text)?.[0] : undefined;
        const id = isOwn ? given : (same ?? nameOf(text, taken));
        taken.add(id);
        known.set(id, text);
        part.id = id;
      }
    }
  }
}

function readPlain(field: PlainField, text: string): { readonly value: unknown } | { readonly problem: string } {
  if (field.control === 'pick') {
    const picked = field.options.find(({ value }) => String(value) === text);
    if (picked !== undefined) return { value: picked.value };
    return field.isOptional === true ? { value: undefined } : { problem: 'Pilih salah satu.' };
  }
  if (text === '') return field.isOptional === true ? { value: undefined } : { problem: empty };
  if (field.control === 'number') return readNumber(text, field.allowsShare === true);
  if (field.control === 'lines') return { value: text.split('\n').flatMap((line) => line.trim() || []) };
  const limit = field.control === 'text' ? field.limit : 80;
  if ([...text].length > limit) return { problem: `Terlalu panjang. Paling banyak ${limit} huruf.` };
  return { value: text };
}

function readNumber(text: string, allowsShare: boolean): { readonly value: unknown } | { readonly problem: string } {
  if (allowsShare && /^(?:\d|[1-9]\d|100)(?:[.,]\d+)?\s?%$/.test(text)) return { value: text };
  const parsed = parseNumber(text);
  if ('value' in parsed) return { value: parsed.value };
  if (parsed.problem !== 'ambiguous') return { problem: 'Tulis dengan angka, misalnya 12500 atau 0,75.' };
  const readings = parsed.readings.map((it) => String(it).replace('.', ','));
  return { problem: `Maksud Anda ${readings.join(' atau ')}? Tulis tanpa titik di antara ribuan.` };
}

function idsOf(row: FormRow): readonly string[] {
  return Object.entries(row).flatMap(([name, value]) => (/(?:^|\.)id$/.test(name) && value !== '' ? value : []));
}

function put(item: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) item[first] = value;
  else item[first] = { ...(item[first] as Record<string, unknown> | undefined), [second]: value };
}
