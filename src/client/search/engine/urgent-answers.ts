import { openUrgentNeeds } from '#domain/search/urgent.ts';
import type { PublishedAnswer, PublishedAnswers } from '#domain/search/urgent-answer.ts';
import type { ReadFile } from './engine.ts';

/** The chosen answers of the site. */
export interface ChosenAnswers {
  /**
   * Those for what a query speaks of. `knowWords` tells which of some words are no slips; it is asked only where that matters,
   * and where it cannot tell, nothing is taken for a slip.
   */
  find(query: string, knowWords: KnowWords): Promise<readonly PublishedAnswer[]>;
}

export type KnowWords = (words: readonly string[]) => Promise<(word: string) => boolean>;

/** Loads the answers at `address`; undefined when they cannot be had. */
export async function openChosenAnswers(address: string, read: ReadFile): Promise<ChosenAnswers | undefined> {
  const answers = await readAnswers(address, read);
  if (answers === undefined) return undefined;
  const needs = openUrgentNeeds(answers.needs, answers.alike);
  return {
    async find(query, knowWords) {
      const unclear = needs.unclear(query);
      const isWord = unclear.length === 0 ? () => true : await knowWords(unclear).catch(() => () => true);
      const found = needs.find(query, isWord);
      return found.flatMap((id) => answers.needs.filter((need) => need.id === id));
    },
  };
}

async function readAnswers(address: string, read: ReadFile): Promise<PublishedAnswers | undefined> {
  try {
    const response = await read(address);
    if (!response.ok) return undefined;
    const answers = (await response.json()) as Partial<PublishedAnswers> | null;
    return Array.isArray(answers?.needs) && Array.isArray(answers.alike) ? (answers as PublishedAnswers) : undefined;
  } catch {
    return undefined;
  }
}
