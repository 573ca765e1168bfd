import { describe, expect, it } from 'vitest';
import { GatherError } from '../failure.js';
import { reportFromPage } from './index.js';

const first = 'Two people were killed when a bomb went off in a market in Basra on Thursday, police said.';
const second = 'The army blamed a local armed group for the blast, which no one has claimed so far.';
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en-GB"><head><title>Two killed in blast</title>${head}</head><body>${body}</body></html>`;
const story = `<article><h1>Two killed in blast</h1><p>${first}</p><p>${second}</p></article>`;
const reasonFor = (html: string) => {
  try {
    return reportFromPage(html).text;
  } catch (error) {
    return error instanceof GatherError ? error.code : String(error);
  }
};

describe('the article of a page', () => {
  it('is its paragraphs, one a line, without what stands around them', () => {
    const html = page('', `<nav><a href="/">Home</a></nav>${story}<footer>© The Basra Post</footer>`);
    expect(reportFromPage(html)).toEqual({
      text: `${first}\n${second}`,
      title: 'Two killed in blast',
      language: 'en',
    });
  });

  it('does not run scripts or show them', () => {
    const script = '<script>document.body.innerHTML = "x"; throw 1</script>';
    const html = page(
      script,
      `<article><p>${first}${script}</p><style>p{}</style><noscript>off</noscript><p>${second}</p></article>`,
    );
    expect(reportFromPage(html).text).toBe(`${first}\n${second}`);
  });

  it('keeps lists, quotations and line breaks apart, and single spaces inside', () => {
    const html = page(
      '',
      `<article><p>${first}<br>New\n   line of <b>some</b> words.</p><blockquote>“A loud bang.”</blockquote><ul><li>One</li><li>Two</li></ul><p>${second}</p></article>`,
    );
    expect(reportFromPage(html).text.split('\n')).toEqual([
      first,
      'New line of some words.',
      '“A loud bang.”',
      'One',
      'Two',
      second,
    ]);
  });

  it('is found in a page that leaves out html, head and body', () => {
    expect(reportFromPage(`<title>Blast</title><p>${first}<p>${second}`)).toMatchObject({
      text: `${first}\n${second}`,
      title: 'Blast',
    });
  });

  it('is found where it is one sentence on a page that calls itself an article', () => {
    const brief = 'A policeman was shot dead in Basra.';
    expect(reportFromPage(page('', `<article><p>${brief}</p></article>`)).text).toBe(brief);
  });

  it('is found where it is one short sentence that is all the page has', () => {
    const brief = 'A policeman was shot dead in Basra.';
    expect(reportFromPage(page('', `<h1>Two killed in blast</h1><p>${brief}</p>`)).text).toBe(brief);
  });

  it('has no captions and credits of its figures, but the tables and quotations in them', () => {
    const caption =
      'FILE - Soldiers patrol in Mosul after a car bomb killed 20 people, Oct. 2022. (AP Photo/A. Karim)';
    const figure = `<figure><img src="/a.jpg"><figcaption>${caption}</figcaption><span>Photo: A. Karim</span></figure>`;
    const old = `<div class="wp-caption"><img src="/b.jpg"><p class="wp-caption-text">${caption}</p></div>`;
    const quote = '<figure><blockquote><p>“A loud bang.”</p></blockquote></figure>';
    const read = (body: string) =>
      reportFromPage(page('', `<article>${body}<p>${second}</p></article>`)).text;
    expect(read(`${figure}<p>${first}</p>`)).toBe(`${first}\n${second}`);
    expect(read(`<p>${first}</p>${old}`)).toBe(`${first}\n${second}`);
    expect(read(`<p>${first}</p>${quote}`)).toBe(`${first}\n“A loud bang.”\n${second}`);
  });

  it('has no line that only gives the byline or the day of publication', () => {
    const head =
      '<meta name="author" content="Amal Karim"><meta property="article:published_time" content="2024-02-08">';
    const lines = ['Amal Karim', 'Published: Thursday, 8 February 2024, 10:15 GMT', 'Feb. 8, 2024', first];
    const rest = ['6 February 2024', second, 'By Amal Karim'];
    const body = [...lines, ...rest].map((line) => `<p>${line}</p>`).join('');
    expect(reportFromPage(page(head, `<article>${body}</article>`)).text).toBe(
      `${first}\n6 February 2024\n${second}`,
    );
  });

  it.each([
    ['a notice alone', page('', '<p>Please turn on JavaScript to go on here.</p>')],
    ['no words', page('', '<div></div>')],
    [
      'a menu alone',
      page(
        '',
        `<nav>${'<a href="/x">A long headline of another story, and some more</a> '.repeat(30)}</nav>`,
      ),
    ],
    ['a list of links alone', page('', `<ul>${`<li><a href="/x">${first}</a></li>`.repeat(20)}</ul>`)],
    [
      'a form to log in',
      page('', '<form><input name="a"><button>Log in</button></form><p>Log in to go on.</p>'),
    ],
    ['a script alone', page('', `<script>const text = ${JSON.stringify(first)};</script>`)],
    ['elements nested without end', '<div>'.repeat(200_000)],
    ['more elements than an article has', page('', `<p>${first}</p>`.repeat(70_000))],
  ])('is missing in a page with %s', (_name, html) => {
    expect(reasonFor(html)).toBe('no_article');
  });
});

describe('what a page says of itself', () => {
  const read = (head: string, body = story, address?: string) => reportFromPage(page(head, body), address);
  const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
  const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

  it('gives outlet, byline, address and day', () => {
    const head = [
      meta('og:site_name', 'The Basra Post'),
      meta('article:published_time', '2024-02-08T10:15:00+03:00'),
      '<meta name="author" content="Amal Karim">',
      '<link rel="canonical" href="/news/blast">',
    ].join('');
    expect(read(head, story, 'https://post.example/n?id=1')).toMatchObject({
      outlet: 'The Basra Post',
      byline: 'Amal Karim',
      url: 'https://post.example/news/blast',
      published: '2024-02-08T10:15:00+03:00',
      publishedFrom: 'the page’s article:published_time',
    });
  });

  it('may stand in JSON-LD, alone, in a list or in a graph', () => {
    const thing = {
      '@type': 'NewsArticle',
      datePublished: '2024-02-08',
      author: [{ name: 'A' }, { name: 'B' }],
      publisher: { name: 'P' },
    };
    for (const value of [thing, [{ '@type': 'WebSite' }, thing], { '@graph': [thing] }]) {
      expect(read(data(value))).toMatchObject({ published: '2024-02-08', outlet: 'P' });
    }
    expect(read(data(thing)).byline).toBe('A, B');
    expect(read('<script type="application/ld+json">{broken</script>').text).toBe(`${first}\n${second}`);
  });

  it('gives the day of the story and not of another', () => {
    const time = '<time datetime="2024-02-08">8 Feb</time>';
    expect(read('', story.replace('<p>', `${time}<p>`)).published).toBe('2024-02-08');
    expect(
      read('', `${story}<aside>${time}<time datetime="2023-01-01">1 Jan</time></aside>`).published,
    ).toBeUndefined();
  });

  it('is passed over where it is no date or no address of the web', () => {
    const head = `${meta('article:published_time', 'last Thursday')}<link rel="canonical" href="javascript:alert(1)">`;
    const report = read(head);
    expect(report.published).toBeUndefined();
    expect(report.url).toBeUndefined();
    expect(report.extra).toBeUndefined();
  });
});
