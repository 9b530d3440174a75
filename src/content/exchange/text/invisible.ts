/** What is said where invisible signs were taken out (Indonesian). */
export const invisibleLoss = 'tanda tak terlihat dihapus';

/**
 * A text without signs that nobody sees and nobody can type: zero-width spaces, soft hyphens, direction marks, byte order marks,
 * control signs. They come along with text from Word and web pages. Joiners stay where a script or a composed emoji needs them.
 */
export function withoutInvisible(text: string): string {
  return text
    .replace(/\u2028|\u2029|\u0085/g, '\n')
    .replace(invisible, '')
    .replace(/(.?)((?:\u200c|\u200d)+)/gsu, (_whole, before: string, joiners: string) =>
      joined.test(before) ? before + (joiners[0] ?? '') : before,
    );
}

const invisible =
  /(?![\t\n\r])\p{Cc}|\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180e]|\u200b|\u200e|\u200f|[\u202a-\u202e]|[\u2060-\u206f]|\u3164|\ufeff|\uffa0|[\ufff9-\ufffb]/gu;

const joined =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{Script=Arabic}|\p{Script=Javanese}|\p{Script=Balinese}|\p{Script=Devanagari}/u;
