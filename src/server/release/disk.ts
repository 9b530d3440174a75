import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

// What a power cut must not take half of.

/** Writes a small file so that a power cut leaves the old one or the new one, never half of it. `mode` as of a new file. */
export function replaceFile(file: string, text: string, mode = 0o666): void {
  const aside = `${file}.${process.pid}`;
  try {
    const descriptor = openSync(aside, 'w', mode);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
  flushFolder(dirname(file));
}

/** Waits until the bytes of a file are on disk. */
export function flushFile(file: string): void {
  // Windows flushes only what is open for writing.
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until the names in a folder are on disk. Windows cannot be asked to, and does it by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
