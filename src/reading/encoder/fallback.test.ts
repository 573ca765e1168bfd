import { describe, expect, it, vi } from 'vitest';
import { openLanguage } from './index.js';
import { shippedFiles } from './language.fixture.js';

vi.mock('onnxruntime-node', () => {
  throw new Error('no library of this machine');
});

describe('a language model where the native engine does not load', () => {
  it('is opened on the portable engine', async () => {
    expect((await openLanguage(shippedFiles())).engine).toBe('portable');
  });

  it('is not opened on the native one, and says what to do', async () => {
    await expect(openLanguage(shippedFiles(), 'native')).rejects.toThrow(
      /native engine does not load here\. Install onnxruntime-node, or take the portable engine\./,
    );
  });
});
