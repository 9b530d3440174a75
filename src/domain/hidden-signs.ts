/**
 * A sign that nobody sees: it turns the direction of writing, joins or parts letters, or is a blank that is none. Two texts
 * that differ in one look alike. What joins the parts of one emoji is not meant.
 */
const hidden =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic}))(?:\p{Cf}|\u034f|\u115f|\u1160|\u2800|\u3164|\uffa0)/u;

/** Offset of the first hidden sign; undefined when all can be seen. */
export function findHiddenSign(text: string): number | undefined {
  return hidden.exec(text)?.index;
}
