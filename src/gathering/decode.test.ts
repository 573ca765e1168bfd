import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';
import { GatherError } from './failure.js';

const french = 'La police a arrêté deux suspects à Orléans, où une bombe a été découverte près du marché.';
const russian = 'Двое полицейских погибли при взрыве бомбы на рынке в Махачкале в четверг вечером.';
const codeOf = (bytes: Uint8Array, mediaType?: string) =>
  decode(bytes, mediaType).then(
    () => 'read',
    (error: unknown) => (error instanceof GatherError ? error.code : String(error)),
  );

describe('decode', () => {
  it('keeps every character, line ends too', async () => {
    expect(await decode(Buffer.from('a\r\nb\n\tc “d” 🔥'))).toBe('a\r\nb\n\tc “d” 🔥');
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${french}`), french],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${russian}`, 'utf16le'), russian],
    ['big-endian UTF-16 with a mark', Buffer.from(`\ufeff${french}`, 'utf16le').swap16(), french],
    ['UTF-16 without a mark', Buffer.from(french, 'utf16le'), french],
    ['Windows-1252', iconv.encode(`${french} «Fin» – “oui”`, 'windows-1252'), `${french} «Fin» – “oui”`],
    ['Windows-1251', iconv.encode(russian.repeat(3), 'windows-1251'), russian.repeat(3)],
  ])('reads %s', async (_name, bytes, text) => {
    expect(await decode(bytes)).toBe(text);
  });

  it('believes a media type or a page about its encoding where the bytes are not UTF-8', async () => {
    const bytes = iconv.encode('Взрыв', 'koi8-r');
    expect(await decode(bytes, 'text/plain; charset=koi8-r')).toBe('Взрыв');
    const page = iconv.encode('<meta charset="koi8-r"><p>Взрыв', 'koi8-r');
    expect(await decode(page, 'text/html')).toBe('<meta charset="koi8-r"><p>Взрыв');
  });

  it('does not believe it where they are', async () => {
    expect(await decode(Buffer.from('Взрыв'), 'text/plain; charset=koi8-r')).toBe('Взрыв');
  });

  it.each([
    ['zero bytes', Buffer.from('Two people\0 were killed'), 'binary'],
    ['control characters', Buffer.from('\x01\x02\x03abc'.repeat(20)), 'binary'],
    [
      'a mark of UTF-8 before bytes that are not',
      Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62]),
      'encoding',
    ],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), 'encoding'],
    ['bytes of no encoding', Buffer.from([0x61, 0x20, 0x81, 0x20, 0x8d, 0x20, 0x81, 0x98, 0x62]), 'encoding'],
  ])('refuses %s', async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('gives back any text that was written in UTF-8 or in marked UTF-16', async () => {
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\p{Cc}\ufeff]/u.test(text));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await decode(Buffer.from(`x${text}`))).toBe(`x${text}`);
        expect(await decode(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
      }),
    );
  });

  it('gives a text or a GatherError for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(['read', 'binary', 'encoding']).toContain(await codeOf(bytes));
      }),
    );
  });
});
