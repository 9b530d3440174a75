/** What a picture of a course looks like from a page. */
export interface FoundPicture {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}

/** Pictures that lie beside the quizzes; drawings (SVG) are for lessons. */
const pictures = import.meta.glob<FoundPicture | string>('/content/courses/*/*.{png,jpg,gif,webp}', {
  import: 'default',
  eager: true,
});

/** The pictures of a course, by its address (`/kursus/up-202/`, or any page below it) and a file name. */
export function picturesOf(address: string): (name: string) => FoundPicture | undefined {
  const course = address.split('/')[2] ?? '';
  return (name) => {
    const found = pictures[`/content/courses/${course}/${name}`];
    return typeof found === 'string' ? { src: found } : found;
  };
}
