/** The way through a course as a terraced field: one terrace a lesson, from the foot at the left to the top. */
export interface TerraceShape {
  readonly width: number;
  readonly height: number;
  /** Paths of an SVG. */
  readonly edge: string;
  readonly field: string;
}

const rise = 4;
const run = 24;

export function terraceShape(lessons: number): TerraceShape {
  const height = lessons * rise + 4;
  const treads = Array.from({ length: lessons }, (_, at) => (at ? `q3 0 3-${rise}h${run - 3}` : `h${run}`));
  const edge = `M0 ${height - rise}${treads.join('')}`;
  return { width: lessons * run, height, edge, field: `${edge}V${height}H0z` };
}
