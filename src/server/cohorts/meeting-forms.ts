import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { textField } from '#server/http/forms.ts';
import type { DataServices } from '#server/services.ts';
import { recordAttendance } from './attendance.ts';
import { callOffMeeting, changeMeeting } from './meetings.ts';

/** The field of a participant's mark is this and their id. */
const markField = 'm.';

/** Does what a form of a meeting's page asks for. @throws Refusal of the act; invalid (`act`) */
export async function actOnMeeting(
  services: DataServices,
  viewer: Viewer | undefined,
  { cohort, meeting: id }: { readonly cohort: string; readonly meeting: string },
  form: FormData,
): Promise<void> {
  const act = textField(form, 'act');
  if (act === 'call-off') return callOffMeeting(services, viewer, { cohort, id });
  if (act === 'change') {
    const planned = { heldOn: textField(form, 'heldOn'), place: textField(form, 'place') };
    return changeMeeting(services, viewer, { cohort, id, ...planned });
  }
  if (act !== 'mark' && act !== 'mark-rest') throw new Refusal('invalid', 'act');
  await recordAttendance(services, viewer, {
    cohort,
    meeting: id,
    marks: readMarks(form),
    rest: act === 'mark-rest' ? 'present' : undefined,
    seen: Number(textField(form, 'seen')) || 0,
  });
}

/** The marks of a posted form by the ids of their people. */
export function readMarks(form: FormData): ReadonlyMap<string, string> {
  const fields = [...form.entries()].filter(([name]) => name.startsWith(markField));
  return new Map(fields.map(([name, value]) => [name.slice(markField.length), String(value)]));
}
