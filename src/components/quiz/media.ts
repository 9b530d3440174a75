/** What a picture or a sound of a course looks like from a page; a sound has no size. */
export interface FoundMedia {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}

/** Pictures and sounds that lie beside the quizzes; drawings (SVG) are for lessons. */
const files = {
  ...import.meta.glob<FoundMedia | string>('/content/courses/*/*.{png,jpg,gif,webp}', {
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('/content/courses/*/*.mp3', { import: 'default', query: '?url', eager: true }),
};

/** The pictures and sounds of a course, by its address (`/kursus/up-202/`, or any page below it) and a file name. */
export function mediaOf(address: string): (name: string) => FoundMedia | undefined {
  const course = address.split('/')[2] ?? '';
  return (name) => {
    const found = files[`/content/courses/${course}/${name}`];
    return typeof found === 'string' ? { src: found } : found;
  };
}
