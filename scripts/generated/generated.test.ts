import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from './index.js';

const root = new URL('../../', import.meta.url);
const files = generatedFiles();

describe('what is made from the record', () => {
  it.each(Object.keys(files))('is up to date: %s (if not, `npm run schema` writes it)', (path) => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(files[path]);
  });

  it('leaves no other schema lying about', () => {
    const kept = readdirSync(new URL('docs/schema', root)).map((name) => `docs/schema/${name}`);
    expect(kept.toSorted()).toEqual(
      Object.keys(files)
        .filter((path) => path.endsWith('.json'))
        .toSorted(),
    );
  });

  it('refers only to schemas that there are', () => {
    const schemas = Object.entries(files).filter(([path]) => path.endsWith('.json'));
    expect(schemas.map(([path]) => path)).toContain('docs/schema/reading.schema.json');
    for (const [path, text] of schemas) {
      const schema = JSON.parse(text);
      expect(`docs/schema/${schema.$id}`).toBe(path);
      expect(schema.title).toBeTruthy();
      for (const [, file = '', place = ''] of text.matchAll(/"\$ref": "([^"#]*)#?([^"]*)"/g)) {
        const target = JSON.parse(file === '' ? text : (files[`docs/schema/${file}`] ?? 'null'));
        const keys = place.split('/').filter(Boolean);
        expect(
          keys.reduce((inner, key) => inner?.[key], target),
          `${path}: ${file}#${place}`,
        ).toBeTruthy();
      }
    }
  });
});
