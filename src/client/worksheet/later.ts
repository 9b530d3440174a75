// The script of a working sheet comes when the sheet is near, with the arithmetic of its own kind only.

import type { WorksheetKind } from '#domain/worksheet/sheet.ts';
import { part } from '#client/phone/element.ts';
import { once, whenNear } from '#client/phone/near.ts';
import { takeOwnUnfinished } from '#client/phone/own-unfinished.ts';
import { arithmetics } from './arithmetics.ts';

// A lesson holds one sheet at most.
const sheet = part(document, 'work-sheet');
whenNear(
  [sheet],
  once(async () => {
    const kind = sheet.dataset.kind as WorksheetKind;
    const [{ startSheets }, { compute }] = await Promise.all([
      import('./work-sheet.ts'),
      arithmetics[kind](),
      takeOwnUnfinished(),
    ]);
    startSheets(new Map([[kind, compute]]));
    // A draft has no lesson to be marked, and nobody shows its sheet.
    const lesson = document.querySelector<HTMLElement>('lesson-read');
    if (lesson !== null) (await import('./show-sheet.ts')).offerShowing(sheet, lesson);
  }),
);
