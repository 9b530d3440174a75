import type { WorksheetRecord } from '#domain/learning/record.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { WorksheetKind } from '#domain/worksheet/sheet.ts';
import type { SheetTexts } from '#domain/worksheet/texts.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';
import { acceptRecords } from './intake/accept.ts';
import { formDevice } from './intake/record-rows.ts';

// A sheet stays on the phone until its owner shows it. What is shown is a record; of a lesson's sheet the newest counts, and one
// without texts takes it back.

/** A sheet that its owner shows. */
export interface ShownSheet {
  /** Record id. */
  readonly id: string;
  readonly course: string;
  readonly lesson: string;
  readonly sheet: WorksheetKind;
  readonly texts: SheetTexts;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
}

/** What a person shows, the newest first. */
export async function listShownSheets({ db }: DataServices, person: string): Promise<ShownSheet[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, recorded_at, body FROM record WHERE person = ? AND kind = 'worksheet'
      AND json_type(body, '$.texts') = 'object'
      AND ordinal = (SELECT max(ordinal) FROM record AS other WHERE other.person = record.person
        AND other.course = record.course AND other.name = record.name AND other.kind = record.kind)
      ORDER BY recorded_at DESC, seq DESC`,
    args: [person],
  });
  return rows.flatMap(({ id, recorded_at: at, body }) => {
    const { course, lesson, sheet, texts } = JSON.parse(String(body)) as WorksheetRecord;
    return texts === null ? [] : [{ id: String(id), course, lesson, sheet, texts, recordedAt: Number(at) }];
  });
}

/**
 * A sheet that a participant of the viewer's house shows. The page notes that the viewer looked.
 * @throws Refusal unauthenticated, forbidden; not_found when not theirs, not there or taken back
 */
export async function readShownSheet(
  services: DataServices,
  asked: Viewer | undefined,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<ShownSheet & { readonly name: string }> {
  const viewer = requireStaff(asked);
  const { rows } = await services.db.client.execute({
    sql: "SELECT name FROM person WHERE id = ? AND house = ? AND role = 'participant'",
    args: [person, viewer.house],
  });
  const found = rows[0] && (await listShownSheets(services, person)).find((it) => it.id === id);
  if (rows[0] === undefined || found === undefined) throw new Refusal('not_found', 'sheet');
  return { ...found, name: String(rows[0].name) };
}

/** Takes one of the viewer's own sheets back. @throws Refusal not_found; as the record was refused */
export async function takeBackSheet(services: CourseServices, viewer: Viewer, id: string): Promise<void> {
  const { rows } = await services.db.client.execute({
    sql: "SELECT body FROM record WHERE id = ? AND person = ? AND kind = 'worksheet'",
    args: [id, viewer.id],
  });
  if (rows[0] === undefined) throw new Refusal('not_found', 'sheet');
  const shown = JSON.parse(String(rows[0].body)) as WorksheetRecord;
  const answeredAt = new Date().toISOString();
  const back = { ...shown, id: makeUuid(), device: formDevice, seq: 0, answeredAt, texts: null };
  const [receipt] = await acceptRecords(services, viewer, [back]);
  if (receipt?.outcome === 'refused') throw new Refusal(receipt.code ?? 'invalid', receipt.detail);
}
