import { SaxesParser } from 'saxes';

/** One element, with all that is in it. */
export interface XmlElement {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly comments: string[];
  /** All text and CDATA directly in it. */
  text: string;
  readonly line: number;
}

/** Why XML could not be read, and on which line. */
export class XmlFault extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const deepest = 30;
const mostElements = 200_000;

/**
 * Reads XML in one pass and hands over each `itemName` below the root; nothing of an item is kept afterwards. A DOCTYPE ends
 * it, so there are no entities but the five of XML itself. @throws XmlFault
 */
export function readXmlItems(
  text: string,
  itemName: string,
  take: (item: XmlElement) => void,
): { readonly root: string } {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: XmlElement[] = [];
  let root = '';
  let count = 0;
  const fail = (message: string): never => {
    throw new XmlFault(message, parser.line);
  };
  parser.on('error', ({ message }) => fail(message));
  parser.on('doctype', () => fail('DOCTYPE tidak diterima.'));
  parser.on('opentag', ({ name: whole, attributes }) => {
    const name = whole.replace(/^.*:/, '');
    count += 1;
    if (open.length >= deepest) fail('bersusun terlalu dalam.');
    if (count > mostElements) fail('terlalu banyak unsur.');
    const element: XmlElement = {
      name,
      attributes: { ...attributes },
      children: [],
      comments: [],
      text: '',
      line: parser.line,
    };
    if (open.length === 0) root = name;
    else if (open.length > 1) open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined && open.length === 1 && element.name === itemName) take(element);
  });
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element !== undefined && open.length > 1) element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (comment) => {
    open.at(-1)?.comments.push(comment);
  });
  parser.write(text).close();
  return { root };
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** What stands in the `<text>` of an element (or right in it), trimmed. */
export function textOf(element: XmlElement | undefined): string {
  return (childOf(element, 'text')?.text ?? element?.text ?? '').trim();
}
