import { arithmetics } from '#client/worksheet/arithmetics.ts';
import { startSheets } from '#client/worksheet/work-sheet.ts';
import type { WorksheetKind } from '#domain/worksheet/sheet.ts';

const kinds = new Set(
  [...document.querySelectorAll<HTMLElement>('work-sheet')].map(({ dataset }) => dataset.kind as WorksheetKind),
);
void Promise.all([...kinds].map(async (kind) => [kind, (await arithmetics[kind]()).compute] as const)).then(
  (computes) => startSheets(new Map(computes)),
);
