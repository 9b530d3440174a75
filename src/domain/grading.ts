/** What one question earned. */
export interface QuestionGrade {
  readonly question: string;
  readonly earned: number;
  readonly possible: number;
}

/** Outcome of grading an attempt: points earned of possible, over the drawn questions. */
export interface Grade {
  readonly earned: number;
  readonly possible: number;
  /** earned ÷ possible, 0–1. */
  readonly ratio: number;
  readonly passed: boolean;
  readonly questions: readonly QuestionGrade[];
}
