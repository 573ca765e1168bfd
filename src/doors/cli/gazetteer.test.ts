import { describe, expect, it } from 'vitest';
import { runCli } from './cli.fixture.js';

const added = [{ name: 'IQ', places: 12_345, names: 23_456, path: 'here/gazetteer/IQ.bin' }];

describe('dateline gazetteer add', () => {
  it('takes files into the data folder, and says how much there is', async () => {
    const calls: unknown[] = [];
    const verbs = {
      addGazetteers: async (...call: unknown[]) => {
        calls.push(call);
        return added;
      },
    };
    const { status, out, err } = await runCli(['gazetteer', 'add', 'IQ.txt', 'names.txt', '--data', 'here'], {
      verbs,
    });
    expect(calls).toEqual([[['IQ.txt', 'names.txt'], 'here']]);
    expect({ status, out, err }).toEqual({
      status: 0,
      out: 'IQ: 12,345 places with 23,456 names are in here/gazetteer/IQ.bin\n',
      err: '',
    });
    await runCli(['gazetteer', 'add', 'IQ.txt'], { verbs });
    expect(calls[1]).toEqual([['IQ.txt'], './data']);
  });

  it('says what is wrong with a file, and what to do', async () => {
    const error = Object.assign(new Error('IQ.zip is packed. Unzip it.'), { name: 'GazetteerError' });
    const verbs = { addGazetteers: () => Promise.reject(error) };
    expect(await runCli(['gazetteer', 'add', 'IQ.zip'], { verbs })).toEqual({
      status: 1,
      out: '',
      err: 'dateline: IQ.zip is packed. Unzip it.\n',
    });
  });

  it('needs a file', async () => {
    const { status, err } = await runCli(['gazetteer', 'add']);
    expect(status).toBe(2);
    expect(err).toContain('files');
  });

  it('has what it added looked up when reports are read with the same folder', async () => {
    const folders: string[] = [];
    const verbs = {
      openReader: (folder: string) => {
        folders.push(folder);
        return Promise.reject(new Error('enough'));
      },
    };
    const stdin = ['Gunmen fled.'];
    await runCli(['read', '-', '--data', 'here'], { verbs, stdin } as never);
    await runCli(['read', '-'], { verbs, stdin } as never);
    expect(folders).toEqual(['here', './data']);
  });
});
