import type { Quiz } from './quiz.ts';

/** How often and how soon a quiz may be tried so that its grade counts. */
export interface AttemptRules {
  /** How many attempts count; undefined without a limit. */
  readonly attempts: number | undefined;
  /** Pause between the end of one attempt and the start of the next; 0 without one. */
  readonly waitMinutes: number;
}

/** What holds for an assessment that says nothing else: enough to learn from a failure, too few to try out a key. */
export const usualAssessment = { attempts: 5, waitMinutes: 15 } as const;

export function attemptRules({ mode, ...own }: Pick<Quiz, 'mode' | 'attempts' | 'waitMinutes'>): AttemptRules {
  const usual = mode === 'assessment' ? usualAssessment : { attempts: undefined, waitMinutes: 0 };
  return { attempts: own.attempts ?? usual.attempts, waitMinutes: own.waitMinutes ?? usual.waitMinutes };
}
