import type { SingleBar } from 'cli-progress';
import type { Output } from './io.js';

/** A bar on standard error: how far the work is. It shows only on a terminal, and from the second report on. */
export interface Progress {
  /** One more report was read. */
  advance(): void;
  /** One more input is used up. */
  finishInput(): void;
  /** Takes the bar away, so that a line can be written in its place. */
  hide(): void;
}

const FEWEST = 2;

/** A progress bar for a number of inputs, each of which may hold many reports; a silent one where there is no terminal. */
export async function openProgress(stderr: Output, inputs: number): Promise<Progress> {
  if (!stderr.isTTY) return { advance() {}, finishInput() {}, hide() {} };
  const bar = await makeBar(stderr, inputs);
  let reports = 0;
  let finished = 0;
  return {
    advance() {
      reports += 1;
      if (Math.max(reports, inputs) < FEWEST) return;
      if (bar.isActive) bar.update(finished, { reports });
      else bar.start(inputs, finished, { reports });
    },
    finishInput() {
      finished += 1;
      if (bar.isActive) bar.update(finished, { reports });
    },
    hide: () => bar.stop(),
  };
}

async function makeBar(stream: Output, inputs: number): Promise<SingleBar> {
  const { default: cliProgress } = await import('cli-progress');
  const format = inputs > 1 ? '[{bar}] {value} of {total} inputs, {reports} read' : '{reports} reports read';
  return new cliProgress.SingleBar({
    format,
    stream,
    barsize: 30,
    barCompleteChar: '#',
    barIncompleteChar: '.',
    clearOnComplete: true,
    hideCursor: null,
    // Otherwise the bar takes Ctrl-C for itself and the program goes on.
    gracefulExit: false,
  });
}
