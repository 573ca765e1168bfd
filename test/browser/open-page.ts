import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page of the desk, and what went wrong on it. */
export interface Watched {
  readonly page: Page;
  /** Errors of the page and of its console. */
  readonly errors: string[];
  /** Requests that left the host. */
  readonly strays: string[];
}

/** Opens a page and watches what it asks for and complains of. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const errors: string[] = [];
  const strays: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(new URL(url).origin) && !/^(blob|data):/.test(asked)) strays.push(asked);
  });
  await page.goto(url);
  return { page, errors, strays };
}
