import { type DraftPart, partOf } from './draft-path.ts';

/** Why a draft could not go live. */
export interface PublishingFault {
  /** The file that it is about, where it is one of a course. */
  readonly part?: DraftPart;
  /** Counts from 1. */
  readonly line?: number;
  readonly message: string;
}

/** A fault as one line that `readPublishingFault` reads back. */
export function writePublishingFault(file: string, line: number, message: string): string {
  return `${file}:${line} ${message.replaceAll('\n', ' ')}`;
}

/** Builds tell other things too: those have no file, and may begin with a name for operators. */
export function readPublishingFault(text: string): PublishingFault {
  const [, file = '', line = '', message = ''] = /^(content\/\S+?):(\d+) (.*)$/.exec(text) ?? [];
  const part = partOf(file);
  if (file === '' || part === undefined) return { message: plainSentence(text) };
  return { part, line: Number(line), message: sentence(message) };
}

/** A fault in words alone: without the name that it begins with for operators, and without names of fields that forms do not show. */
export function plainSentence(text: string): string {
  return sentence(text.replace(/^[a-z]+(?:[_-][a-z]+)*: /, '').replaceAll('rationale-nya', 'pembahasannya'));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
