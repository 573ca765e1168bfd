import { publishedOnPage } from '../published.js';
import type { PageDocument, PageElement } from './document.js';

/** What a page says of itself, outside its article. */
export interface Metadata {
  readonly published?: { readonly edtf: string; readonly from: string } | undefined;
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** Whether the page calls itself an article. */
  readonly isArticle: boolean;
}

const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'date',
];

/** Reads the metadata of a page that was found at `address` (undefined for a file). */
export function metadataOf(page: PageDocument, address?: string): Metadata {
  const metas = metasOf(page);
  const story = linkedData(page);
  return {
    published: publishedIn(page, metas, story),
    title: metas.get('og:title') ?? textIn(story?.headline),
    byline: namesIn(story?.author) ?? metas.get('author'),
    outlet: metas.get('og:site_name') ?? namesIn(story?.publisher) ?? metas.get('application-name'),
    url: canonical(page, metas, address),
    language: /^[a-z]{2,3}\b/i.exec(page.documentElement.getAttribute('lang') ?? '')?.[0]?.toLowerCase(),
    isArticle:
      metas.get('og:type') === 'article' || story !== undefined || page.querySelector('article') !== null,
  };
}

/** The `<meta>` values of a page by their name, the first of each. */
function metasOf(page: PageDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const content = tidy(meta.getAttribute('content') ?? '');
    const key = name?.trim().toLowerCase();
    if (key && content && !metas.has(key)) metas.set(key, content);
  }
  return metas;
}

type Thing = Record<string, unknown>;

/** The story that the page describes in JSON-LD; undefined where there is none. */
function linkedData(page: PageDocument): Thing | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const story = thingsIn(parsed(script.textContent ?? '')).find(isStory);
    if (story) return story;
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The things at the top of some JSON-LD: one, a list, or those under `@graph`. */
function thingsIn(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [
    value as Thing,
    ...('@graph' in value && Array.isArray(value['@graph']) ? value['@graph'].filter(isThing) : []),
  ];
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

const isStory = (thing: Thing) =>
  [thing['@type']]
    .flat()
    .some((type) => typeof type === 'string' && /(?:Article|Posting|Report)$/.test(type));

function publishedIn(
  page: PageDocument,
  metas: Map<string, string>,
  story: Thing | undefined,
): Metadata['published'] {
  const named = dateNames.map((name) => [metas.get(name), `the page’s ${name}`] as const);
  const written = [
    named[0],
    [textIn(story?.datePublished), 'the page’s JSON-LD datePublished'] as const,
    ...named.slice(1),
    [timeElement(page)?.getAttribute('datetime'), 'the page’s <time>'] as const,
  ];
  for (const [text, from] of written.flatMap((each) => (each ? [each] : []))) {
    const edtf = text ? publishedOnPage(text) : undefined;
    if (edtf !== undefined) return { edtf, from };
  }
  return undefined;
}

/** The `<time>` of the story: one that says so, the first of the article, or the only one. Others date other stories. */
function timeElement(page: PageDocument): PageElement | undefined {
  for (const selector of ['time[pubdate]', 'time[itemprop~="datePublished"]', 'article time[datetime]']) {
    const time = page.querySelector(selector);
    if (time?.getAttribute('datetime')) return time;
  }
  const [only, ...others] = page.querySelectorAll('time[datetime]');
  return others.length === 0 ? only : undefined;
}

function canonical(page: PageDocument, metas: Map<string, string>, address?: string): string | undefined {
  const links = [
    page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    metas.get('og:url'),
    address,
  ];
  for (const link of links) {
    const url = link && URL.canParse(link, address) ? new URL(link, address) : undefined;
    if (url && /^https?:$/.test(url.protocol)) return url.href;
  }
  return undefined;
}

/** The names of JSON-LD persons or organisations: a text, a thing with a name, or several. */
function namesIn(value: unknown): string | undefined {
  const names = [value].flat().flatMap((each) => textIn(isThing(each) ? each.name : each) ?? []);
  return names.length > 0 ? names.join(', ') : undefined;
}

const textIn = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? tidy(value) : undefined;

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
