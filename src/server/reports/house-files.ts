import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { writeCsv } from '#domain/csv.ts';
import { toDistrictRows } from '#domain/statistics/district.ts';
import { writeDistrictCells } from '#domain/statistics/district-file.ts';
import { countedThings } from '#domain/statistics/house-months.ts';
import { houseReportMessages as say } from '#messages/house-report.ts';
import type { HouseRollUp } from './house-months.ts';

/** The figures of a house by course and month as CSV for a spreadsheet. */
export function houseMonthsCsv({ cells }: HouseRollUp, catalogue: Pick<Catalogue, 'courses'>): string {
  const titles = titlesOf(catalogue);
  return writeCsv([
    heads(),
    ...cells.map((cell) => [
      ...(titles.get(cell.course) ?? ['', cell.course]),
      cell.month,
      ...countedThings.map((thing) => cell[thing]),
    ]),
  ]);
}

/** The same as a workbook with a sheet by course and month, one by course and one by month; months are dates, counts numbers. */
export async function houseMonthsWorkbook(
  rollUp: HouseRollUp,
  catalogue: Pick<Catalogue, 'courses'>,
): Promise<Uint8Array> {
  const titles = titlesOf(catalogue);
  const codeOf = (course: string) => titles.get(course)?.[0] ?? '';
  const counts = (row: HouseRollUp['cells'][number] | HouseRollUp['months'][number] | HouseRollUp['courses'][number]) =>
    countedThings.map((thing) => ({ value: row[thing], type: Number }) as const);
  const sheets: readonly { readonly name: string; readonly rows: SheetData }[] = [
    {
      name: say.byBoth,
      rows: [
        headRow(heads()),
        ...rollUp.cells.map((cell) => [
          { value: codeOf(cell.course), type: String },
          { value: titles.get(cell.course)?.[1] ?? cell.course, type: String },
          monthCell(cell.month),
          ...counts(cell),
        ]),
      ],
    },
    {
      name: say.byCourse,
      rows: [
        headRow([say.code, say.course, ...thingHeads()]),
        ...rollUp.courses.map((row) => [
          { value: codeOf(row.course), type: String },
          { value: row.title, type: String },
          ...counts(row),
        ]),
      ],
    },
    {
      name: say.byMonth,
      rows: [
        headRow([say.month, ...thingHeads()]),
        ...rollUp.months.map((row) => [monthCell(row.month), ...counts(row)]),
      ],
    },
  ];
  const book = writeXlsxFile(sheets.map(({ name, rows }) => ({ data: rows, sheet: name, stickyRowsCount: 1 })));
  return new Uint8Array(await book.toBuffer());
}

/** What a house tells its district: no person and no count below five. */
export function districtCsv({ house, cells }: HouseRollUp): string {
  return writeCsv(writeDistrictCells(toDistrictRows(house, cells)));
}

function titlesOf({ courses }: Pick<Catalogue, 'courses'>): ReadonlyMap<string, readonly [string, string]> {
  return new Map(courses.map(({ id, code, title }) => [id, [code, title]]));
}

function thingHeads(): readonly string[] {
  return countedThings.map((thing) => say.things[thing]);
}

function heads(): readonly string[] {
  return [say.code, say.course, say.month, ...thingHeads()];
}

function headRow(texts: readonly string[]) {
  return texts.map((value) => ({ value, type: String, fontWeight: 'bold' }) as const);
}

/** The first day of a month, shown as the month alone. */
function monthCell(month: string) {
  return { value: new Date(`${month}-01T00:00:00Z`), type: Date, format: 'mmm yyyy' } as const;
}
