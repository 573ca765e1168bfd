import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/record/index.js';
import { openBrowser } from './browser.js';
import { openPage, type Watched } from './open-page.js';
import { startDesk } from './start-desk.js';

const REPORT = `MOSUL, Iraq, 7 February 2024 (Tigris Example Wire) - A car bomb killed at least four people at a market in Mosul on Tuesday, police said.

"Eleven others were wounded in the blast," said Colonel Samir Haddad, a police spokesman, adding that two suspects were arrested in Kirkuk on Wednesday.

Protesters marched in Baghdad on Wednesday to demand better security.`;

let desk: Awaited<ReturnType<typeof startDesk>>;
let browser: Browser;
let watched: Watched | undefined;

beforeAll(async () => {
  desk = await startDesk();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});
afterEach(async () => {
  const { page, errors, strays } = watched ?? {};
  watched = undefined;
  await page?.close();
  expect(strays ?? []).toEqual([]);
  expect(errors ?? []).toEqual([]);
});

async function open(path = '/', options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  watched = await openPage(browser, desk.url + path, options);
  await watched.page.getByRole('option').first().waitFor();
  return watched.page;
}

/** Rows of incidents that one report tells of, and of those that several do. */
const SINGLE = '.row:not(:has(.row-reports))';
const JOINED = '.row:has(.row-reports)';

/** Pastes the report and gives what was read from it. */
async function readReport(page: Page): Promise<Reading> {
  await page.getByRole('button', { name: 'Read a report' }).first().click();
  await page.getByLabel('The text as it was published').fill(REPORT);
  await page.getByLabel('Published on').fill('2024-02-07');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('.report-text [data-keys]').first().waitFor();
  const hash = new URL(page.url()).searchParams.get('report');
  const answer = await page.request.get(`${desk.url}/api/reports/${hash}`);
  return ((await answer.json()) as { reading: Reading }).reading;
}

/** The address at which the report stands when it has been read, with an incident of it open. */
async function linkToReport(): Promise<string> {
  const answer = await fetch(`${desk.url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: REPORT, published: '2024-02-07' }),
  });
  const { kept } = (await answer.json()) as { kept: { hash: string; reading: Reading }[] };
  return `/?report=${kept[0]?.hash}&incident=${kept[0]?.reading.incidents[0]?.id}`;
}

/** The marked runs of the text: where each starts, its words, and the values that it is proof of. */
function runsOf(page: Page): Promise<{ start: number; text: string; keys: string[] }[]> {
  return page.locator('.report-text [data-keys]').evaluateAll((runs) =>
    runs.map((run) => ({
      start: Number(run.getAttribute('data-start')),
      text: run.textContent ?? '',
      keys: (run.getAttribute('data-keys') ?? '').split(' '),
    })),
  );
}

/** The words that the page has marked as proof of a value, between two places of the text. */
async function markedWords(page: Page, key: string, start: number, end: number): Promise<string> {
  const runs = await runsOf(page);
  return runs
    .filter((run) => run.keys.includes(key) && run.start >= start && run.start < end)
    .map((run) => run.text)
    .join('');
}

const isVisible = async (page: Page, selector: string, pane: string) => {
  const [box, frame] = await Promise.all([
    page.locator(selector).first().boundingBox(),
    page.locator(pane).boundingBox(),
  ]);
  return box && frame ? box.y >= frame.y && box.y + box.height <= frame.y + frame.height : false;
};

describe('the desk with the examples', () => {
  it('shows their incidents on the list and on the map, and says that they are invented', async () => {
    const page = await open();
    const answer = await page.request.get(`${desk.url}/api/joined`);
    const { total } = (await answer.json()) as { total: number };
    expect(total).toBeGreaterThan(12);
    await expect.poll(() => page.getByRole('option').count()).toBe(total);
    await expect.poll(() => page.locator('.map .marker').count(), { timeout: 15_000 }).toBeGreaterThan(1);
    expect(await page.locator('.row .badge-invented').count()).toBe(total);
    expect(await page.locator('.banner').textContent()).toContain('Every report here is invented');
  });

  it('counts and lists what no map can show', async () => {
    const page = await open('/?list=unplaced');
    const tab = page.getByRole('button', { name: /^Not on the map/ });
    const options = page.getByRole('option');
    // The list and its count come from two questions to the server: both are to be there.
    await expect.poll(async () => (await tab.textContent())?.endsWith(`${await options.count()}`)).toBe(true);
    const listed = await options.count();
    expect(await tab.textContent()).toContain(`${listed}`);
    await page.getByRole('button', { name: `${listed} have no place on the map` }).waitFor();
  });

  it('filters, keeps the filters in the address, and exports what they let through', async () => {
    const page = await open();
    const all = await page.getByRole('option').count();
    await page.getByRole('combobox', { name: 'Kind of incident' }).click();
    await page.getByRole('option', { name: 'Explosions: all' }).click();
    await expect.poll(() => page.locator('.row').count()).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.get('family')).toBe('explosion');
    await page.reload();
    await page.locator('.row').first().waitFor();
    await expect.poll(() => page.locator('.row').count()).toBeLessThan(all);
    await page.getByRole('button', { name: 'Export' }).click();
    const csv = page.getByRole('menuitem', { name: /^CSV/ });
    expect(await csv.getAttribute('href')).toBe('/api/export?family=explosion&format=csv');
  });

  it('walks the list by arrow keys, closes by Escape, and goes back', async () => {
    const page = await open();
    const rows = page.locator('.row');
    await rows.first().click();
    await page.locator('.report-title').waitFor();
    const first = page.url();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => rows.nth(1).getAttribute('aria-selected')).toBe('true');
    expect(page.url()).not.toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await page.goBack();
    await page.locator('.report-title').waitFor();
    expect(await rows.nth(1).getAttribute('aria-selected')).toBe('true');
  });

  it('shows where the focus is at every stop of the Tab key', async () => {
    const page = await open();
    await page.locator(SINGLE).first().click();
    await page.locator('.report-text [data-keys]').first().waitFor();
    await page.locator('.wordmark').focus();
    for (let stop = 0; stop < 45; stop++) {
      await page.keyboard.press('Tab');
      const focus = (await page.evaluate(`(() => {
        const at = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return { at: at.outerHTML.slice(0, 120), isBody: at === document.body, seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
      })()`)) as { at: string; isBody: boolean; seen: boolean };
      if (focus.isBody) break;
      expect(focus.seen, focus.at).toBe(true);
    }
  });
});

describe('a report that is read', () => {
  it('is pasted, stands there as it was published, and every marked run is the words that its value rests on', async () => {
    const page = await open();
    const reading = await readReport(page);
    const lines = await page.locator('.report-text .line').allTextContents();
    expect(lines.join('\n')).toBe(REPORT);
    expect(reading.incidents.length).toBeGreaterThan(0);
    for (const incident of reading.incidents) {
      const rows = incident.toll.map((toll, index) => ({ key: `${incident.id}/toll/${index}`, ...toll }));
      const mentions = incident.mentions.map((mention) => ({ key: `${incident.id}/mention`, ...mention }));
      for (const { key, start, end, quote } of [...rows, ...mentions]) {
        expect(await markedWords(page, key, start, end)).toBe(quote.replaceAll('\n', ''));
      }
    }
    for (const { id, start, end, quote } of reading.claims) {
      expect(await markedWords(page, `claim/${id}`, start, end)).toBe(quote.replaceAll('\n', ''));
    }
  });

  it('lights the words of a value that is pointed at or has the focus, and the value of such words', async () => {
    const page = await open(await linkToReport());
    const value = page.locator('.value[data-key$="/mention"]').first();
    const key = await value.getAttribute('data-key');
    const words = page.locator(`.report-text [data-keys~="${key}"]`).first();
    const isLit = async () => ((await words.getAttribute('class')) ?? '').includes('run-lit');

    await value.hover();
    await expect.poll(isLit).toBe(true);
    await page.locator('.wordmark').hover();
    await expect.poll(isLit).toBe(false);
    await value.focus();
    await expect.poll(isLit).toBe(true);
    await page.locator('.wordmark').focus();

    await words.hover();
    await expect.poll(() => value.getAttribute('data-lit')).toBe('true');
    await page.locator('.wordmark').hover();
    await expect.poll(() => value.getAttribute('data-lit')).toBe('false');
    await words.focus();
    await expect.poll(() => value.getAttribute('data-lit')).toBe('true');
  });

  it('brings the words of a value into view where the window is too low to show them', async () => {
    const page = await open(await linkToReport(), { viewport: { width: 1440, height: 420 } });
    const claim = page.locator('.claim').last();
    const key = await claim.getAttribute('data-key');
    await claim.focus();
    await expect.poll(() => isVisible(page, `.report-text [data-keys~="${key}"]`, '.report-text')).toBe(true);
  });

  it('is dropped as a file anywhere on the page, and opens at once', async () => {
    const page = await open();
    const text =
      'KIRKUK, Iraq - Gunmen shot dead two policemen in Kirkuk on 3 February 2024, the mayor said.';
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(text)}], 'kirkuk.txt', { type: 'text/plain' }));
      for (const name of ['dragenter', 'dragover', 'drop']) {
        document.querySelector('.map-frame').dispatchEvent(
          new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
    })()`);
    await expect.poll(() => page.locator('.report-text').textContent()).toBe(text);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('says in words what could not be read', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Read a report' }).first().click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('') });
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('nothing.txt');
    // The browser itself notes an answer of 422; the page has said what it means.
    watched?.errors.splice(0);
  });
});

describe('an incident that several reports tell of', () => {
  it('has its values side by side, and leads to the words that they rest on', async () => {
    const page = await open();
    await page.locator(JOINED).first().click();
    const killed = page.getByRole('region', { name: 'Toll: killed' });
    await killed.waitFor();
    expect(await killed.locator('.side').count()).toBeGreaterThan(1);
    expect(await killed.locator('.side-backing').first().textContent()).toMatch(/\d independent source/);
    expect(await page.locator('.member').filter({ hasText: 'copy of' }).count()).toBe(1);
    const quote = killed.locator('.side-quote').first();
    const words = (await quote.locator('q').textContent()) ?? '';
    await quote.click();
    await page.locator('.report-text .run-lit').first().waitFor();
    const lit = await page.locator('.report-text .run-lit').allTextContents();
    expect(words).toContain(lit[0]);
    await page.getByRole('button', { name: /reports tell of this incident/ }).click();
    await killed.waitFor();
  });

  it('is parted by hand, and put together again', async () => {
    const page = await open();
    await page.locator(JOINED).first().click();
    await page.locator('.member').first().waitFor();
    const before = await page.locator('.member').count();
    await page
      .locator('.member')
      .last()
      .getByRole('button', { name: /^Not the same/ })
      .click();
    await page.locator('.member-decided').getByText('taken out').waitFor();
    await expect.poll(() => page.locator('.row-reports').first().textContent()).toBe(`${before - 1} reports`);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => page.locator('.member-decided').count()).toBe(0);
    await expect.poll(() => page.locator('.member').count()).toBe(before);
  });
});

describe('the look', () => {
  it.each(['list', 'map', 'report', 'incident'])('never scrolls sideways at 390 px: %s', async (view) => {
    const page = await open('/', { viewport: { width: 390, height: 844 } });
    if (view === 'report') await page.locator(SINGLE).first().click();
    else if (view === 'incident') await page.locator(JOINED).first().click();
    else await page.getByRole('navigation').getByRole('button', { name: view }).click();
    await page
      .locator({ list: '.row', map: '.map', report: '.report-text .line', incident: '.member' }[view] ?? '')
      .first()
      .waitFor();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(390);
    // What a row cuts off at its own edge is not to be counted.
    const wide = await page.evaluate(`[...document.querySelectorAll('body *')].filter((each) => {
      const box = each.getBoundingClientRect();
      if (box.width === 0 || box.right < 391 || each.closest('.map, svg')) return false;
      for (let up = each.parentElement; up && !up.matches('.desk'); up = up.parentElement) {
        if (getComputedStyle(up).overflowX === 'hidden') return false;
      }
      return true;
    }).map((each) => each.className)`);
    expect(wide).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'keeps marked words legible in %s colours (WCAG AA)',
    async (colorScheme) => {
      const page = await open('/', { colorScheme });
      await page.locator(SINGLE).first().click();
      await page.locator('.run-strong').first().waitFor();
      const colours = (await page.evaluate(`[...document.querySelectorAll('.run')].map((run) => {
      const pane = getComputedStyle(run.closest('.report-text')).backgroundColor;
      const { color, backgroundColor } = getComputedStyle(run);
      return [color, backgroundColor === 'rgba(0, 0, 0, 0)' ? pane : backgroundColor];
    })`)) as [string, string][];
      expect(colours.length).toBeGreaterThan(3);
      for (const [ink, paper] of colours) expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
    },
  );
});

/** The contrast of two opaque colours `rgb(r, g, b)`, by WCAG 2. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}
