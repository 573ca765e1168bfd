/** A piece of an XML file. White space and entities of text are as the file means them, not as it writes them. */
export type XmlEvent =
  | { readonly is: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

/** Not well-formed; `message` says why and on which line. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

const PIECE = new RegExp(
  [
    '<!--(?<comment>[\\s\\S]*?)-->',
    '<!\\[CDATA\\[(?<raw>[\\s\\S]*?)\\]\\]>',
    '<\\?(?<instruction>[\\s\\S]*?)\\?>',
    '<!DOCTYPE(?<doctype>[^<>[]*(?:\\[[^\\]]*\\][^<>]*)?)>',
    '</(?<close>[^\\s<>/]+)\\s*>',
    `<(?<open>[^\\s<>/!?"'=]+)(?<attributes>(?:\\s+[^\\s<>/"'=]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'gy',
);

/**
 * Cuts an XML file into its pieces, and checks that it is well-formed: text offsets are worth nothing where a forgiving
 * parser has mended the file. Throws an XmlError. No DTD is read, so only the five entities of XML and numbers are known.
 */
export function* xmlEvents(file: string): Generator<XmlEvent> {
  const xml = file.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const nesting: Nesting = { opened: [], hadRoot: false };
  let at = 0;
  const fail: Fail = (why) => {
    throw new XmlError(`line ${xml.slice(0, at).split('\n').length}: ${why}`);
  };
  while (at < xml.length) {
    for (const event of eventsAt(xml, at, fail)) if (isInRoot(event, nesting, fail)) yield event;
    at = PIECE.lastIndex;
  }
  if (nesting.opened.length > 0) fail(`<${nesting.opened.at(-1)}> is not closed`);
  if (!nesting.hadRoot) fail('there is no element');
}

interface Nesting {
  /** Names of the elements that are open. */
  readonly opened: string[];
  hadRoot: boolean;
}

/** Follows an event into or out of its element. Gives false for the blanks around the root, and fails for more. */
function isInRoot(event: XmlEvent, nesting: Nesting, fail: Fail): boolean {
  const { opened } = nesting;
  if (event.is === 'close') {
    const last = opened.pop();
    if (last !== event.name)
      fail(`</${event.name}> where ${last ? `</${last}>` : 'nothing'} is to be closed`);
    return true;
  }
  if (event.is === 'text') {
    if (opened.length === 0 && event.text.trim() !== '') fail('text outside the root');
    return opened.length > 0;
  }
  if (opened.length === 0 && nesting.hadRoot) fail(`<${event.name}> stands after the end of the root`);
  opened.push(event.name);
  nesting.hadRoot = true;
  return true;
}

/** What stands at a place: an empty element is opened and closed, a comment is nothing. Sets PIECE.lastIndex. */
function eventsAt(xml: string, at: number, fail: Fail): XmlEvent[] {
  PIECE.lastIndex = at;
  const piece = PIECE.exec(xml)?.groups;
  if (!piece) return fail(`what begins with ${JSON.stringify(xml.slice(at, at + 20))} is no XML`);
  const { open, close, raw, text, attributes = '', empty } = piece;
  if (open !== undefined) {
    const event: XmlEvent = { is: 'open', name: open, attributes: attributesOf(attributes, fail) };
    return empty ? [event, { is: 'close', name: open }] : [event];
  }
  if (close !== undefined) return [{ is: 'close', name: close }];
  if (raw !== undefined) return [{ is: 'text', text: raw }];
  return text === undefined ? [] : [{ is: 'text', text: decoded(text, fail) }];
}

type Fail = (why: string) => never;

function attributesOf(written: string, fail: Fail): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', quoted = ''] of written.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (Object.hasOwn(attributes, name)) fail(`the attribute ${name} is given twice`);
    attributes[name] = decoded(quoted.slice(1, -1).replace(/\s/g, ' '), fail);
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string, fail: Fail): string {
  return text.replace(/&([^;\s&]*;?)/g, (whole, entity: string) => {
    const name = entity.slice(0, -1);
    if (entity.endsWith(';') && Object.hasOwn(NAMED, name)) return NAMED[name] ?? '';
    const number = /^#(?:x([\da-f]+)|(\d+));$/i.exec(entity);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : Number.NaN;
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : fail(`there is no entity ${whole}`);
  });
}
