import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ApiError, type PastedReport, type ReadResult, readFile, readPasted } from '../api.js';
import type { Go } from '../use-address.js';

/** Reading at work: what is being read, what could not be, and how to read more. */
export interface ReadingAtWork {
  readonly isBusy: boolean;
  readonly progress: string;
  readonly errors: readonly { source: string; message: string }[];
  readPasted(report: PastedReport): Promise<void>;
  readFiles(files: readonly File[], published?: string): Promise<void>;
  forget(): void;
}

/** Reads reports, opens the first one that was read, and keeps what went wrong in words. */
export function useReading(go: Go, onAllRead: () => void): ReadingAtWork {
  const client = useQueryClient();
  const [progress, setProgress] = useState('');
  const [errors, setErrors] = useState<ReadingAtWork['errors']>([]);

  const read = useCallback(
    async (sources: readonly { name: string; read: () => Promise<ReadResult> }[]) => {
      setErrors([]);
      const results: ReadResult[] = [];
      for (const [index, source] of sources.entries()) {
        setProgress(
          sources.length > 1 ? `Reading ${source.name} (${index + 1} of ${sources.length})…` : 'Reading…',
        );
        results.push(await source.read().catch((error: unknown) => failed(source.name, error)));
      }
      setProgress('');
      const kept = results.flatMap((result) => result.kept);
      const wrong = results.flatMap((result) => result.errors);
      setErrors(wrong);
      const first = kept[0];
      if (!first) return;
      // A report that is read again may be read anew by a later reader.
      for (const queryKey of [['incidents'], ['joined'], ['reports'], ['report']])
        client.invalidateQueries({ queryKey });
      const main = first.reading.incidents.find((incident) => incident.core) ?? first.reading.incidents[0];
      go({ report: first.hash, incident: main?.id, view: 'report' });
      if (wrong.length === 0) onAllRead();
    },
    [client, go, onAllRead],
  );

  return {
    isBusy: progress !== '',
    progress,
    errors,
    readPasted: (report) => read([{ name: 'the pasted text', read: () => readPasted(report) }]),
    readFiles: (files, published) =>
      read(files.map((file) => ({ name: file.name, read: () => readFile(file, published) }))),
    forget: useCallback(() => setErrors([]), []),
  };
}

function failed(source: string, error: unknown): ReadResult {
  const code = error instanceof ApiError ? error.code : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  return { kept: [], errors: [{ source, code, message }] };
}
