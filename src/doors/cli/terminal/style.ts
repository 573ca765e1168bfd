import { styleText } from 'node:util';

/** The looks that text may have: what it is, not which colour that takes. */
const looks = {
  heading: ['bold'],
  label: ['dim'],
  value: ['bold'],
  note: ['dim'],
  warning: ['yellow'],
  kind: ['bold', 'inverse'],
  mention: ['bold', 'underline'],
  when: ['bold', 'yellow'],
  where: ['bold', 'green'],
  who: ['bold', 'cyan'],
  means: ['bold', 'magenta'],
  toll: ['bold', 'red'],
  claim: ['bold', 'blue'],
} as const satisfies Record<string, readonly Parameters<typeof styleText>[0][]>;
export type Look = keyof typeof looks;

/** Some text, and how it looks. */
export interface Piece {
  readonly text: string;
  readonly look?: Look | undefined;
}

/** A piece of text of a look. */
export const piece = (text: string, look?: Look): Piece => ({ text, look });

/** How text is put on a page: in how many columns, and whether with colours. */
export interface Page {
  readonly columns: number;
  readonly hasColours: boolean;
}

/** Text in the colours of its look. */
export function coloured({ text, look }: Piece, { hasColours }: Page): string {
  // `validateStream`: newer versions of Node would look at the process and not at the page.
  const options = { validateStream: false } as Parameters<typeof styleText>[2];
  return look && hasColours && text.trim() !== '' ? styleText([...looks[look]], text, options) : text;
}
