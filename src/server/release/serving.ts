import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, processMark } from './process-mark.ts';
import { replaceFile } from './disk.ts';

/** What a running server says of itself, so that commands know when a release really is to be seen. */
export interface Serving {
  /** `http://127.0.0.1:4321` */
  readonly origin: string;
  /** The release it serves. */
  readonly release: string;
  /** The release that it was asked to take over and could not. */
  readonly refused: string | undefined;
}

export function tellServing(dataFolder: string, serving: Serving): void {
  replaceFile(servingFile(dataFolder), JSON.stringify({ ...serving, owner: processMark(process.pid) }));
}

/** Undefined when no server of this machine runs on this data. */
export function readServing(dataFolder: string): Serving | undefined {
  try {
    const told = JSON.parse(readFileSync(servingFile(dataFolder), 'utf8')) as Serving & { owner?: unknown };
    return typeof told.owner === 'string' && isRunning(told.owner) ? told : undefined;
  } catch {
    return undefined;
  }
}

function servingFile(dataFolder: string): string {
  return join(dataFolder, 'serving.json');
}
