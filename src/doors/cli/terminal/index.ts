import type { Claim, Reading } from '../../../record/index.js';
import { printable, type Writer } from '../io.js';
import type { Result, Sheet } from '../read.js';
import { incidentLines, type View } from './incident.js';
import { chainOf, inContext, speakerOf } from './proof.js';
import { coloured, piece } from './style.js';
import { dayInWords, inWords } from './values.js';
import { wrap } from './wrap.js';

const MOST_COLUMNS = 100;
const FEWEST_COLUMNS = 40;
const USUAL_COLUMNS = 80;

/** Writes readings as records for a person, one under the other. What could not be read is told on standard error. */
export function terminalSheet(
  out: Writer,
  { columns, hasColours, why }: { columns?: number | undefined; hasColours: boolean; why: boolean },
): Sheet {
  // Some terminals say that they have 0 columns, which means that they do not know.
  const width = Math.min(Math.max(columns || USUAL_COLUMNS, FEWEST_COLUMNS), MOST_COLUMNS);
  const view = { columns: width, hasColours, why };
  let count = 0;
  return {
    async add(result: Result) {
      if (!('reading' in result)) return;
      count += 1;
      const rule = coloured(piece('─'.repeat(view.columns), 'note'), view);
      const lines = recordLines(result.reading, result.source, view);
      await out.write(`${count === 1 ? '' : `\n${rule}\n\n`}${lines.join('\n')}\n`);
    },
    end: async () => {},
  };
}

/** The record of one report as lines: what it is, its incidents, its claims, lines of other stories, and notes. */
export function recordLines(reading: Reading, source: string, view: View): string[] {
  const { incidents, claims, unrelated, notes, reader } = reading;
  const blocks = [
    reportLines(reading, source, view),
    ...incidents.map((incident, index) => incidentLines(incident, index + 1, reading, view)),
    incidents.length === 0 ? [coloured(piece('No incident was found in it.', 'note'), view)] : [],
    section(
      'Claims',
      claims.flatMap((claim) => claimLines(claim, reading, view)),
      view,
    ),
    section(
      'Of other stories',
      unrelated.flatMap((span) => spanLines(span.quote, view)),
      view,
    ),
    section(
      'Notes',
      notes.flatMap((note) => wrap([piece(printable(note.message), 'note')], view, bullet)),
      view,
    ),
    view.why ? wrap([piece(printable(readerInWords(reader)), 'note')], view, flush) : [],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

const flush = { first: '', rest: '' };
const bullet = { first: ' · ', rest: '   ' };
const item = { first: '   ', rest: '     ' };
const inset = { first: '     ', rest: '     ' };

function reportLines({ report, incidents, claims }: Reading, source: string, view: View): string[] {
  const { published, outlet, byline } = report;
  const agencies = [...new Set(report.agencies.map((agency) => agency.name))];
  const about = [outlet, byline, agencies.length > 0 ? `credits ${agencies.join(', ')}` : null];
  const day = published ? `published ${dayInWords(published.edtf)}` : 'day of publication not known';
  const basis = published ? ` (${known(published)})` : '';
  const counts = `${counted(incidents.length, 'incident')}, ${counted(claims.length, 'claim')}`;
  return [
    ...wrap([piece(printable(report.title ?? source), 'heading')], view, flush),
    ...wrapIfAny(about.filter((each) => each).join(' · '), view),
    ...wrap([piece(printable(day)), piece(printable(basis), 'note')], view, flush),
    ...wrap([piece(counts, 'note')], view, flush),
  ];
}

/** How the day is known; the reason often says it already. */
const known = ({ basis, why }: { basis: string; why: string }) =>
  why.includes(basis) ? why : `${basis}: ${why}`;

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
const wrapIfAny = (text: string, view: View) =>
  text === '' ? [] : wrap([piece(printable(text))], view, flush);

function section(title: string, lines: string[], view: View): string[] {
  return lines.length === 0 ? [] : [coloured(piece(title, 'heading'), view), ...lines];
}

function claimLines(claim: Claim, reading: Reading, view: View): string[] {
  const numbers = claim.about.map((id) => reading.incidents.findIndex((incident) => incident.id === id) + 1);
  const about = numbers.filter((number) => number > 0);
  const asides = [
    inWords(claim.stance),
    ...(claim.speaker ? [inWords(claim.speaker.kind)] : []),
    ...(about.length > 0 ? [`on ${about.join(', ')}`] : []),
  ];
  return [
    ...wrap(
      [piece(speakerOf(claim), 'claim'), piece(`${chainOf(claim)} · ${asides.join(' · ')}`, 'note')],
      view,
      item,
    ),
    ...wrap(
      inContext(reading.text, claim.start, claim.end, 'mention', view.columns - inset.first.length),
      view,
      inset,
    ),
  ];
}

function spanLines(quote: string, view: View): string[] {
  return wrap([piece(printable(quote))], view, bullet);
}

function readerInWords({ version, models }: Reading['reader']): string {
  const names = Object.entries(models).map(([name, of]) => `${name} ${of}`);
  return `read by dateline ${[version, ...names].join(', ')}`;
}
