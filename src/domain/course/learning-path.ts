/** A door of the house: courses that suit somebody, in the order to take them. */
export interface LearningPath {
  readonly id: string;
  /** As the reader would say it: "Saya akan berangkat". */
  readonly title: string;
  readonly summary: string;
  /** Course ids, at least one. */
  readonly courses: readonly string[];
}
