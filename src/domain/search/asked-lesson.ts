/** An entry of `content/asked.yaml`: how people type what a lesson answers, in words that the lesson itself does not use. */
export interface AskedLesson {
  /** `course/lesson` */
  readonly lesson: string;
  readonly typed: readonly string[];
}
