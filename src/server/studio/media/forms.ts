import { peopleInPicture } from '#domain/studio/picture.ts';
import { textField } from '#server/http/forms.ts';
import type { SentPicture } from './pictures.ts';
import type { SoundAct } from './sounds.ts';

export async function readPicture(form: FormData): Promise<SentPicture> {
  const section = Number(textField(form, 'section'));
  return {
    bytes: await readFile(form, 'photo'),
    alt: textField(form, 'alt'),
    caption: textField(form, 'caption'),
    people: peopleInPicture.find((it) => it === textField(form, 'people')),
    section: Number.isInteger(section) ? section : -1,
  };
}

/** A form that says nothing else adds what it sends. */
export async function readSoundAct(form: FormData): Promise<SoundAct> {
  const act = (['keep', 'drop'] as const).find((it) => it === textField(form, 'act'));
  return act === undefined ? { act: 'add', bytes: await readFile(form, 'sound') } : { act };
}

/** The bytes of a file that a form sends; none where there is no such file. */
export async function readFile(form: FormData, name: string): Promise<Buffer> {
  const file = form.get(name);
  return file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
}
