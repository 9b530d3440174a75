import { deflateRawSync, crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { readBank } from '#content/exchange/read-file.ts';
import { zipLimits } from '#content/exchange/table/zip.ts';
import { entriesOf, summarise } from '../../support/question-files.ts';

const head = ['kind', 'prompt', 'choice_1', 'choice_2', 'key', 'tolerance', 'unit'].map((value) => ({ value }));

async function read(rows: SheetData): Promise<readonly string[]> {
  const bytes = await writeExcelFile([head, ...rows]).toBuffer();
  return summarise(entriesOf(readBank(bytes, 'soal.xlsx'))).map((it) =>
    it.replace(/pembahasan belum ada; tulis rationale-nya(?:; )?/, '').replace(' ()', ''),
  );
}

function row(...cells: SheetData[number]): SheetData[number] {
  return cells;
}

const text = (value: string) => ({ value });

describe('an Excel workbook', () => {
  it('has the columns of the CSV file, numbers and yes or no as they are', async () => {
    expect(
      await read([
        row(text('single'), text('Apa?'), text('Kas'), text('Utang & pajak'), { value: 2 }),
        row(text('number'), text('Berapa?'), null, null, { value: 12500 }, { value: 0.5 }, text('Rp')),
        row(text('number'), text('Berat?'), null, null, { value: 2.125 }, { value: 0 }, text('kg')),
        row(text('true-false'), text('Soal.'), null, null, { value: false }),
      ]),
    ).toEqual(['2 Utang & pajak', '3 12500 ± 0.5', '4 2.125 ± 0', '5 salah']);
  });

  it('reads a percentage as one, and turns no date into anything', async () => {
    const told = await read([
      row(text('number'), text('Modal?'), null, null, { value: 200000 }, { value: 0.05, format: '0%' }, text('Rp')),
      row(
        text('single'),
        text('Bagian?'),
        { value: new Date('2026-02-01'), type: Date, format: 'dd/mm/yyyy' },
        text('b'),
        { value: 1 },
      ),
    ]);
    expect(told[0]).toBe('2 200000 ± 10000 (tolerance "5%" dari kunci menjadi 10000)');
    expect(told[1]).toMatch(/^3 refused sel C3 berisi tanggal/);
  });

  it('that is none, is locked, or unpacks to too much is refused', () => {
    const problemOf = (bytes: Uint8Array) => {
      const read = readBank(bytes, 'soal.xlsx');
      return 'problem' in read ? read.problem : '';
    };
    expect(problemOf(Buffer.from('kind,prompt'))).toContain('bukan buku kerja Excel');
    expect(problemOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('kata sandi');
    expect(problemOf(zipped('xl/other.xml', Buffer.from('<a/>')))).toContain('bukan buku kerja Excel');
    expect(problemOf(zipped('xl/workbook.xml', Buffer.from('<!DOCTYPE a><a/>')))).toContain('DOCTYPE');
    const bomb = zipped('xl/workbook.xml', Buffer.alloc(zipLimits.unpackedBytes + 1));
    expect(bomb.length).toBeLessThan(100_000);
    expect(problemOf(bomb)).toContain('32 MB');
    const modest = Buffer.from(bomb);
    modest.writeUInt32LE(10, modest.length - 22 - 46 - 'xl/workbook.xml'.length + 24);
    expect(problemOf(modest)).toContain('32 MB');
    expect(problemOf(bomb.subarray(0, bomb.length - 30))).toContain('berkas rusak');
  });
});

/** A ZIP archive of one file. */
function zipped(name: string, data: Uint8Array): Buffer {
  const packed = deflateRawSync(data);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(data), 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(data.length, 8);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  sizes.copy(local, 14);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  sizes.copy(entry, 16);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
