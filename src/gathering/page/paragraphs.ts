import { ELEMENT, type PageElement, type PageNode } from './document.js';

const TEXT = 3;
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4
   H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);
const unseen = new Set(
  `AUDIO BUTTON CANVAS EMBED FIGCAPTION FORM IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO`.split(
    /\s+/,
  ),
);

/** Of a figure, only these are text: what else is in it is its caption or says whose picture it is. */
const figureText = new Set('BLOCKQUOTE OL PRE TABLE UL'.split(' '));
/** The classes of captions that are not marked up as such; the extractor must leave them on. */
export const captionClasses = [
  'wp-caption-text',
  'caption-text',
  'image-caption',
  'photo-caption',
  'photo-credit',
];

/** A paragraph of a page: its text with single spaces, and how many of its characters lie in links. */
export interface Paragraph {
  readonly text: string;
  readonly linked: number;
}

/**
 * The paragraphs of an element, in the order of the page. What a reader of the page does not see is left out, and so are captions: `FILE - Soldiers patrol after a bomb killed 20 in 2022` tells of another
 * day.
 */
export function paragraphsOf(element: PageElement): Paragraph[] {
  const open = openParagraphs();
  gatherFrom(element, { isLinked: false, isFigure: false }, open);
  open.close();
  return open.closed;
}

function gatherFrom(node: PageNode, around: Around, open: Open): void {
  if (node.nodeType === TEXT && !around.isFigure) open.add(node.textContent ?? '', around.isLinked);
  const name = node.nodeName.toUpperCase();
  if (node.nodeType !== ELEMENT || unseen.has(name) || isCaption(node)) return;
  const isBlock = blocks.has(name);
  if (isBlock) open.close();
  const within = {
    isLinked: around.isLinked || name === 'A',
    isFigure: name === 'FIGURE' || (around.isFigure && !figureText.has(name)),
  };
  for (const child of node.childNodes) gatherFrom(child, within, open);
  if (isBlock) open.close();
}

/** What a node lies in: a link, and a figure outside the text that figures may have. */
interface Around {
  readonly isLinked: boolean;
  readonly isFigure: boolean;
}

function isCaption(node: PageNode): boolean {
  const classes = (node as PageElement).getAttribute('class')?.split(/\s+/) ?? [];
  return classes.some((each) => captionClasses.includes(each));
}

type Open = ReturnType<typeof openParagraphs>;

/** The paragraphs that are closed, and the one that text is still added to. */
function openParagraphs() {
  const closed: Paragraph[] = [];
  let text = '';
  let linked = 0;
  return {
    closed,
    add(more: string, isLinked: boolean) {
      text += more;
      if (isLinked) linked += more.trim().length;
    },
    close() {
      const tidy = text.replace(/\s+/g, ' ').trim();
      if (tidy !== '') closed.push({ text: tidy, linked });
      text = '';
      linked = 0;
    },
  };
}
