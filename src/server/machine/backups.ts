import { createReadStream, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ReadableStream } from 'node:stream/web';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { keptFolder, listKept } from '#server/backup/kept.ts';
import { type KnownBackup, listBackups } from '#server/backup/copies.ts';
import { makeSheet, readRecipient, readWords, recipientOf, writeRecipient } from '#server/backup/recovery-sheet.ts';
import { deedStatement } from '#server/people/deeds.ts';
import { requireKeeper } from '#server/people/keepers.ts';
import type { DataServices } from '#server/services.ts';
import type { Machine } from '#domain/machine.ts';

// What the keeper does with backups in the browser. Nothing leaves that is not encrypted to the recovery sheet, whose words are
// shown once and kept nowhere.

interface MachineServices extends DataServices {
  readonly machine: Machine | undefined;
}

/** The newest backup, wherever it went. */
export interface LastBackup extends KnownBackup {
  /** Whether the file is where it was put, in the size it had; not told of files on sticks that are not in the machine. */
  readonly isHere: boolean;
}

/** What the page tells of backups. Undefined where the database is no file here. */
export interface BackupState {
  readonly hasSheet: boolean;
  readonly last: LastBackup | undefined;
  /** The newest one that can be downloaded. */
  readonly kept: { readonly name: string; readonly sizeBytes: number } | undefined;
}

/** Expects a keeper. */
export function readBackups({ db: { file } }: DataServices): BackupState | undefined {
  if (file === undefined) return undefined;
  const newest = listBackups(file).reduce<KnownBackup | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
  const size = newest && statSync(newest.file, { throwIfNoEntry: false })?.size;
  const kept = findKept(file);
  return {
    hasSheet: readRecipient(dirname(file)) !== undefined,
    last: newest && { ...newest, isHere: size !== undefined && size === (newest.sizeBytes ?? size) },
    kept: kept && { name: basename(kept.path), sizeBytes: kept.sizeBytes },
  };
}

/** @throws Refusal forbidden; invalid (`no_file`, `no_sheet`); conflict (`backup_running`) */
export async function beginBackup(services: MachineServices, asked: Viewer | undefined): Promise<void> {
  const viewer = await requireKeeper(services, asked);
  // The host's own refusals are no refusals of the release that a page belongs to: what it answers is plain.
  const begun = services.machine?.backups.start() ?? 'no_file';
  if (begun !== 'begun') throw new Refusal(begun === 'backup_running' ? 'conflict' : 'invalid', begun);
  await services.db.write([deedStatement('backup', { by: viewer.id, person: viewer.id })]);
}

/** The newest backup that was made in the browser, to be sent. @throws Refusal forbidden, not_found */
export async function takeBackup(services: DataServices, asked: Viewer | undefined) {
  const viewer = await requireKeeper(services, asked);
  const kept = services.db.file === undefined ? undefined : findKept(services.db.file);
  if (kept === undefined) throw new Refusal('not_found', 'backup');
  await services.db.write([deedStatement('take-backup', { by: viewer.id, person: viewer.id })]);
  const stream = ReadableStream.from(createReadStream(kept.path)) as globalThis.ReadableStream<Uint8Array>;
  return { name: basename(kept.path), sizeBytes: kept.sizeBytes, stream };
}

/** Words of a new sheet. They mean nothing before somebody typed them from the paper. @throws Refusal forbidden */
export async function drawSheet(services: DataServices, asked: Viewer | undefined): Promise<readonly string[]> {
  await requireKeeper(services, asked);
  return (await makeSheet()).words;
}

/**
 * From now on backups are encrypted to the sheet with these words, as typed from the paper.
 * @throws Refusal forbidden; invalid (`no_file`, `sheet_words`)
 */
export async function adoptSheet(services: DataServices, asked: Viewer | undefined, text: string): Promise<void> {
  const viewer = await requireKeeper(services, asked);
  const { file } = services.db;
  if (file === undefined) throw new Refusal('invalid', 'no_file');
  const recipient = await recipientOf(requireWords(text));
  await services.db.write([deedStatement('recovery-sheet', { by: viewer.id, person: viewer.id })]);
  writeRecipient(dirname(file), recipient);
}

function requireWords(text: string): readonly string[] {
  try {
    return readWords(text);
  } catch {
    throw new Refusal('invalid', 'sheet_words');
  }
}

function findKept(databaseFile: string): { readonly path: string; readonly sizeBytes: number } | undefined {
  const folder = keptFolder(databaseFile);
  const name = listKept(folder).at(-1);
  if (name === undefined) return undefined;
  const path = join(folder, name);
  return { path, sizeBytes: statSync(path).size };
}
