import { Readability } from '@mozilla/readability';
import type { ReportInput } from '../../record/index.js';
import { GatherError } from '../failure.js';
import { refuseLongText } from '../json.js';
import { ELEMENT, openPage, type PageDocument, type PageNode } from './document.js';
import { withoutFurniture } from './furniture.js';
import { metadataOf } from './metadata.js';
import { captionClasses, type Paragraph, paragraphsOf } from './paragraphs.js';

/** More than any article has; a page with more, or nested deeper, would keep the extractor busy for minutes. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 120;
/** The same before the page is parsed: its tags, and what looks like tags in its scripts. */
const MOST_TAGS = 40_000;
/** A paragraph of a story has at least so many characters outside links; a menu, a button or a notice has fewer. */
const SHORTEST_PARAGRAPH = 60;
/** The same on a page that says that it is an article, and on one that has hardly anything else. */
const SHORTEST_BRIEF = 25;
/** A heading and a paragraph. */
const MOST_OF_A_BRIEF = 2;
/** What a page says that shows its article to some readers only: `Please turn on JavaScript to read this page.` */
const NOTICE = /\b(?:javascript|cookies?|browser|(?:log|sign)(?:ed)? in|subscri\w+|page|404)\b/i;

/**
 * The article of a page: its paragraphs, one a line, and what the page says of itself. Where the day of publication
 * comes from stands under `publishedFrom`. Throws a GatherError where the page has no article.
 */
export function reportFromPage(html: string, address?: string): ReportInput {
  try {
    return read(html, address);
  } catch (error) {
    if (error instanceof GatherError) throw error;
    // Neither the parser nor the extractor is ours, and a page may be anything.
    throw new GatherError('no_article', 'is a page that cannot be taken apart');
  }
}

function read(html: string, address?: string): ReportInput {
  refuseTagHeap(html);
  const page = openPage(html);
  refuseTangle(page);
  // First: the extractor takes the page apart.
  const metadata = metadataOf(page, address);
  const clocks = [...page.querySelectorAll('time')].map((time) => tidy(time.textContent ?? ''));
  const article = extract(page);
  const byline = tidy(article?.byline ?? '') || metadata.byline;
  const title = article?.title || metadata.title;
  const paragraphs = article?.content
    ? withoutFurniture(
        paragraphsOf(openPage(article.content).body),
        { title, byline, published: metadata.published?.edtf, clocks },
        (paragraph) => isProse(paragraph, SHORTEST_PARAGRAPH),
      )
    : [];
  if (!isStory(paragraphs, metadata.isArticle)) {
    throw new GatherError('no_article', 'is a page with no article in it');
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  refuseLongText(text);
  const { published, outlet, url, language } = metadata;
  return {
    text,
    ...given('published', published?.edtf),
    ...given('title', title),
    ...given('byline', byline),
    ...given('outlet', outlet),
    ...given('url', url),
    ...given('language', language),
    ...(published ? { publishedFrom: published.from } : {}),
  };
}

function refuseTagHeap(html: string): void {
  const tag = /<[a-z]/gi;
  for (let count = 0; tag.test(html); count += 1) if (count > MOST_TAGS) throw tangle();
}

const tangle = () => new GatherError('no_article', 'is a page with more elements in it than an article has');

function refuseTangle(page: PageDocument): void {
  let level: PageNode[] = [page.documentElement];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > DEEPEST || count > MOST_ELEMENTS) {
      throw tangle();
    }
    level = level.flatMap((node) => [...node.childNodes].filter((child) => child.nodeType === ELEMENT));
  }
}

function extract(page: PageDocument) {
  const options = { classesToPreserve: captionClasses };
  return new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], options).parse();
}

/** Whether some paragraphs are a story: one of them is prose, by a looser measure where there is hardly another. */
function isStory(paragraphs: readonly Paragraph[], isArticle: boolean): boolean {
  const isBrief =
    paragraphs.length <= MOST_OF_A_BRIEF &&
    !paragraphs.some(({ text, linked }) => NOTICE.test(text) || linked > text.length / 2);
  const shortest = isArticle || isBrief ? SHORTEST_BRIEF : SHORTEST_PARAGRAPH;
  return paragraphs.some((paragraph) => isProse(paragraph, shortest));
}

function isProse({ text, linked }: Paragraph, shortest: number): boolean {
  return text.length - linked >= shortest && /\p{L}+\P{L}+\p{L}+\P{L}+\p{L}/u.test(text);
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

const given = <Key extends string>(key: Key, value: string | null | undefined) =>
  (value ? { [key]: value } : {}) as Partial<Record<Key, string>>;
