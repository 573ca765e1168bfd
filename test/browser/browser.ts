import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

/** `--single-process`, which the package would set, kills the browser when a page is closed. */
const flags = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

let unpacked: Promise<string> | undefined;

/** Starts the Chromium that npm brings; nothing has to be installed on the machine. */
export async function openBrowser(): Promise<Browser> {
  unpacked ??= unpack();
  return playwright.launch({ executablePath: await unpacked, args: flags });
}

/** It unpacks itself to fixed names, and remembers where: hence one folder of its own for as long as the process runs. */
async function unpack(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env.TMPDIR = folder;
  // Makes the package bring the system libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  writeFileSync(join(folder, 'fonts/fonts.conf'), fontConfig(folder));
  return path;
}

/**
 * The package's own list of font folders names `/tmp/fonts` and no other, so that in any other folder there is no font
 * at all, and Chromium ends itself at the first text field that it draws.
 */
const fontConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
