import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/browser/browser.js';

/** Takes pictures of a running desk: `npx tsx scripts/screenshots.ts FOLDER [ADDRESS]`. */
const [folder = 'screenshots', address = 'http://127.0.0.1:8484'] = process.argv.slice(2);

const sizes = [
  { name: '1440x900', width: 1440, height: 900 },
  { name: '390x844', width: 390, height: 844 },
];

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) await take(browser, size, colorScheme);
  }
} finally {
  await browser.close();
}

async function take(
  browser: Browser,
  { name, width, height }: (typeof sizes)[number],
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const isNarrow = width < 900;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: isNarrow ? 2 : 1,
  });
  page.on('pageerror', (error) => console.error(`${name} ${colorScheme}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`${name} ${colorScheme}: ${message.text()}`);
  });
  const shoot = async (what: string) => {
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(folder, `${what}-${name}-${colorScheme}.png`) });
  };
  await page.goto(address);
  await page.locator('[role="option"]').first().waitFor();
  if (isNarrow) {
    await shoot('list');
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Map' }).click();
  }
  await drawn(page);
  await shoot(isNarrow ? 'map' : 'start');
  if (isNarrow)
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'List' }).click();
  const toldByMany = page.locator('.row').filter({ has: page.locator('.row-reports') });
  if ((await toldByMany.count()) > 0) {
    await toldByMany.first().click();
    await page.locator('.side').first().waitFor();
    await shoot('incident');
    await page.locator('.members').scrollIntoViewIfNeeded();
    await shoot('incident-reports');
    await page.getByRole('button', { name: 'Close the incident' }).click();
  }
  // One with a toll shows the most.
  const withToll = page
    .locator('.row')
    .filter({ has: page.locator('.row-toll'), hasNot: page.locator('.row-reports') });
  await ((await withToll.count()) > 0 ? withToll : page.locator('.row')).first().click();
  await page.locator('.run').first().waitFor();
  await shoot('report');
  const toll = page.locator('.value.field-toll').first();
  if ((await toll.count()) > 0) {
    if (isNarrow) await toll.click();
    else await toll.hover();
    await shoot('lit');
  }
  await page.getByRole('button', { name: 'Read a report' }).first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('read');
  await page.close();
}

async function drawn(page: Page): Promise<void> {
  await page.locator('.map[data-drawn="true"] .marker').first().waitFor();
}
