import { ELEMENT, type PageElement, type PageNode } from './document.js';

const TEXT = 3;
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4
   H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);
const unseen = new Set(
  `AUDIO BUTTON CANVAS EMBED FORM IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO`.split(
    /\s+/,
  ),
);

/** A paragraph of a page: its text with single spaces, and how many of its characters lie in links. */
export interface Paragraph {
  readonly text: string;
  readonly linked: number;
}

/** The paragraphs of an element, in the order of the page. What a reader of the page does not see is left out. */
export function paragraphsOf(element: PageElement): Paragraph[] {
  const open = openParagraphs();
  gatherFrom(element, false, open);
  open.close();
  return open.closed;
}

function gatherFrom(node: PageNode, isLinked: boolean, open: Open): void {
  if (node.nodeType === TEXT) open.add(node.textContent ?? '', isLinked);
  const name = node.nodeName.toUpperCase();
  if (node.nodeType !== ELEMENT || unseen.has(name)) return;
  const isBlock = blocks.has(name);
  if (isBlock) open.close();
  for (const child of node.childNodes) gatherFrom(child, isLinked || name === 'A', open);
  if (isBlock) open.close();
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
