import type { ReportInput } from '../../src/record/index.js';
import { fileAndOptions } from '../arguments.js';
import { type Bench, figuresLine, type Surroundings, UsageError } from '../bench.js';
import { loadReports } from '../record/annotated.js';
import { published } from '../record/read.js';
import { type Contestant, race, start } from './contestant.js';
import { lengthLines, linearity, speedsByLength } from './lengths.js';

const usage = 'speed FILE [--rounds NUMBER]';
const options = { rounds: { type: 'string', default: '3' } } as const;

/** Measures our reader beside a peer that does much less, on the same texts in the same run. */
export const speedBench: Bench = {
  usage,
  summary:
    'Reads the reports of a file and prints how fast, beside wink-nlp (sentences and parts of speech alone) on the ' +
    'same texts. --rounds: how often each reads the file, after a first time that does not count (default 3). Then ' +
    'the texts are joined to 50,000, 100,000, 200,000 and 400,000 characters, to show how time grows with length: ' +
    'linear= is the speed at the longest by that at the shortest, 1 where time is in proportion to length.',
  async run(args, surroundings) {
    const { file, values } = fileAndOptions(args, options, usage);
    const rounds = wholeNumber(values.rounds);
    const reports = loadReports(file).map(published);
    const [first] = reports;
    if (!first) throw new Error(`${file}: has no reports in it.`);

    const ours = await start('dateline', () => loadReader(surroundings), first);
    const peer = await start('wink-nlp', loadPeer, first);
    const [oursTook = 0, peerTook = 0] = await race([ours, peer], reports, rounds);

    const words = reports.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
    const size = { reports: reports.length, words };
    surroundings.print(resultLine(ours, oursTook, size));
    surroundings.print(resultLine(peer, peerTook, size));
    surroundings.print(`dateline takes ${(oursTook / peerTook).toFixed(1)} times as long as wink-nlp.`);
    const speeds = await speedsByLength(ours.read, reports);
    for (const line of lengthLines(speeds)) surroundings.print(line);
    surroundings.print(
      figuresLine({
        ...size,
        reports_per_second: (size.reports / oursTook).toFixed(1),
        words_per_second: (words / oursTook).toFixed(0),
        first_report_ms: (1000 * ours.firstAfter).toFixed(0),
        peer_reports_per_second: (size.reports / peerTook).toFixed(1),
        peer_words_per_second: (words / peerTook).toFixed(0),
        peer_first_report_ms: (1000 * peer.firstAfter).toFixed(0),
        times_peer: (oursTook / peerTook).toFixed(2),
        linear: linearity(speeds).toFixed(2),
      }),
    );
  },
};

async function loadReader({ openReader }: Surroundings): Promise<(report: ReportInput) => Promise<unknown>> {
  const reader = await openReader();
  return (report) => reader.read(report);
}

async function loadPeer(): Promise<(report: ReportInput) => unknown> {
  const { openPeer } = await import('./peer.js');
  const read = openPeer();
  return ({ text }) => read(text);
}

function resultLine(
  { name, firstAfter }: Contestant<ReportInput>,
  seconds: number,
  size: { readonly reports: number; readonly words: number },
): string {
  const speeds = `${(size.reports / seconds).toFixed(1)} reports/s, ${(size.words / seconds).toFixed(0)} words/s`;
  return `${name}: ${speeds}, first report ${(1000 * firstAfter).toFixed(0)} ms after start`;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UsageError(`--rounds takes a whole number from 1, not "${text}". Usage: ${usage}`);
}
