import { parseHTML } from 'linkedom';

/** The type of the nodes that are elements. */
export const ELEMENT = 1;

/** The part of a page's tree that we use. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement;
  readonly body: PageElement;
}

/** The tree of a page. No script of it runs, and nothing that it names is fetched. */
export function openPage(html: string): PageDocument {
  return parseHTML(withBody(html)).document as unknown as PageDocument;
}

/**
 * The parser takes a page at its word: it has no body unless the page writes one, and HTML lets a page leave it out
 * (`<title>Bomb in Basra</title><p>Two people …`).
 */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const opening = /<html[^<>]{0,500}>/i.exec(html)?.[0] ?? '<html>';
  const title = /<title[^<>]{0,200}>[^<]{0,1000}<\/title>/i.exec(html)?.[0] ?? '';
  const content = html
    .replace(/<!doctype[^<>]{0,500}>|<\/?(?:html|head)(?:\s[^<>]{0,500})?>/gi, '')
    .replace(title, '');
  return `<!doctype html>${opening}<head>${title}</head><body>${content}</body></html>`;
}
