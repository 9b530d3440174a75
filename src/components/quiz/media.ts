import type { FoundMedia } from '#domain/question/media.ts';

/** Photographs and sounds that lie beside lessons and quizzes. */
const files = {
  ...import.meta.glob<FoundMedia | string>('/content/courses/*/*.{png,jpg,gif,webp}', {
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('/content/courses/*/*.{mp3,m4a,ogg,webm}', {
    import: 'default',
    query: '?url',
    eager: true,
  }),
};

/**
 * The pictures and sounds of a course, by its address (`/kursus/up-202/`, or any page below it) and a file name; those of the
 * draft that is looked at before those of the release.
 */
export function mediaOf(
  { locals: { preview } }: { readonly locals: App.Locals },
  address: string,
): (name: string) => FoundMedia | undefined {
  const course = address.split('/')[2] ?? '';
  return (name) => {
    const found = preview?.findMedia(name) ?? files[`/content/courses/${course}/${name}`];
    return typeof found === 'string' ? { src: found } : found;
  };
}
