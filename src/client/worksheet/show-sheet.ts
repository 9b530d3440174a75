import { instantWords } from '#client/phone/instant.ts';
import type { WorksheetKind } from '#domain/worksheet/sheet.ts';
import { type SheetTexts, sheetBytes, sheetTextLimits } from '#domain/worksheet/texts.ts';
import { shownSheetMessages as say } from '#messages/shown-sheet.ts';
import { openOutbox } from '#client/outbox/outbox.ts';
import { receiptOf, startSync, sync } from '#client/outbox/sync.ts';
import { element, part } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import { makeUuid } from '#client/phone/uuid.ts';
import { readTexts } from './cells.ts';
import { button } from './rows.ts';

/**
 * Lets its owner show a sheet to the trainer, and take it back: by way of the outbox, and nothing leaves the phone before the tap.
 * `lesson` carries which lesson it is in its data.
 */
export function offerShowing(sheet: HTMLElement, lesson: HTMLElement): void {
  const place = element('div', { className: 'worksheet-showing' });
  part(sheet, '.worksheet-actions').after(place);
  const status = element('p', { role: 'status' });
  const actions = element('div', { className: 'actions' });
  place.append(status, element('p', {}, say.why), actions);
  const show = button(say.show, () => void act(readTexts(sheet)));
  const takeBack = button(say.takeBack, () => void act(null));

  function look(told?: string): void {
    const shownAt = keptText(keyOf(sheet));
    status.textContent = told ?? (shownAt === undefined ? '' : say.shown(instantWords(Number(shownAt))));
    show.textContent = shownAt === undefined ? say.show : say.showAgain;
    actions.replaceChildren(show, ...(shownAt === undefined ? [] : [takeBack]));
  }

  async function act(texts: SheetTexts | null): Promise<void> {
    const person = phonePerson();
    if (person === null) {
      const next = `/masuk/?next=${encodeURIComponent(location.pathname)}`;
      status.replaceChildren(element('a', { href: next }, say.signIn));
      return;
    }
    if (texts !== null && isUntouched(sheet)) return look(say.empty);
    if (texts !== null && sheetBytes(texts) > sheetTextLimits.sizeBytes) return look(say.tooLong);
    await send(person, texts);
  }

  async function send(person: string, texts: SheetTexts | null): Promise<void> {
    const { course = '', lesson: name = '', edition = '' } = lesson.dataset;
    const id = makeUuid();
    const now = new Date();
    const kind = sheet.dataset.kind as WorksheetKind;
    const record = { id, kind: 'worksheet', answeredAt: now.toISOString(), course, lesson: name, edition } as const;
    const before = keptText(keyOf(sheet));
    const outbox = await openOutbox();
    await outbox
      .put({ ...record, sheet: kind, texts }, person)
      .catch(() => outbox.hold({ ...record, sheet: kind, texts }, person));
    keepText(keyOf(sheet), texts === null ? undefined : String(now.getTime()));
    const done = texts === null ? say.takenBack : say.shown(instantWords(now.getTime()));
    look(`${done} ${say.waiting}`);
    await sync();
    const receipt = receiptOf(id);
    if (receipt?.outcome === 'refused') keepText(keyOf(sheet), before);
    if (receipt !== undefined) look(receipt.outcome === 'refused' ? (receipt.message ?? say.refused) : done);
  }

  document.addEventListener('answerer', () => look());
  startSync();
  look();
}

/** Whether nothing stands in a sheet but what was printed there. */
function isUntouched(sheet: HTMLElement): boolean {
  return [...sheet.querySelectorAll<HTMLInputElement>('input, textarea, select')].every((it) =>
    it.type === 'checkbox' ? !it.checked : it.value === (it.defaultValue ?? ''),
  );
}

/** When it was shown last, where it is not taken back: by person, because phones are shared. */
function keyOf(sheet: HTMLElement): string {
  return `ditunjukkan/${sheet.dataset.kind}/${phonePerson() ?? ''}`;
}
