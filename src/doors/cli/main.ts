import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { type Io, ignoreClosing, messageOf, PlainError, UsageError } from './io.js';
import { verbs as ownVerbs, type Verbs } from './verbs.js';

/**
 * Runs the command line. `argv` are the words after the program's name. Gives the exit status: 0, 1 where nothing could
 * be done, 2 where the words make no sense. Never throws.
 */
export async function main(argv: readonly string[], io: Io, verbs: Verbs = ownVerbs): Promise<number> {
  const outcome = { status: 0 };
  try {
    await program(io, verbs, outcome).parseAsync([...argv], { from: 'user' });
    return outcome.status;
  } catch (error) {
    // Commander has said what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr.write(`dateline: ${messageOf(error)}\n`);
    const isOurs = error instanceof UsageError || error instanceof PlainError;
    if (io.env.DEBUG && !isOurs && error instanceof Error) io.stderr.write(`${error.stack}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Runs the command line on this process: what `bin/dateline.js` calls. */
export async function run(): Promise<void> {
  const { stdin, stdout, stderr, env, argv } = process;
  for (const stream of [stdout, stderr]) ignoreClosing(stream);
  process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, env, interrupted });
  // Where our output was closed early, input may still be coming.
  stdin.destroy();
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function program(io: Io, verbs: Verbs, outcome: { status: number }): Command {
  const dateline = new Command('dateline')
    .description('Reads news reports of violent and political incidents and writes incident records.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'dateline: ')),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
    });
  addRead(dateline, io, verbs, outcome);
  addJoin(dateline, io, verbs, outcome);
  addServe(dateline, io, verbs, outcome);
  addExport(dateline, io, verbs, outcome);
  addGazetteer(dateline, io, verbs, outcome);
  return dateline;
}

const DATA = 'the folder of the store (default: DATABASE_URL, else ./data)';

function addRead(dateline: Command, io: Io, verbs: Verbs, outcome: { status: number }): void {
  const read = dateline
    .command('read')
    .description('read reports and show what happened, with the words that every value rests on')
    .argument('[inputs...]', 'files and addresses: text, HTML, JSON, JSON lines; - is standard input')
    .option('--json', 'write a JSON list of readings')
    .option('--jsonl', 'write one reading a line; standard input is then JSON lines, one report a line')
    .option('--published <date>', 'the day of publication of reports that do not give theirs (EDTF)')
    .option('--allow-private', 'fetch addresses of private networks too')
    .option('--keep', 'store the reports and what was read from them')
    .option('--data <folder>', DATA)
    .option('--why', 'tell in sentences why each value stands there, and what it was chosen over')
    .addHelpText('after', readExamples);
  read.action(async (inputs: string[], options) => {
    if (inputs.length === 0 && io.stdin.isTTY) return read.outputHelp();
    const { readCommand } = await import('./read.js');
    outcome.status = await readCommand(inputs.length === 0 ? ['-'] : inputs, options, io, verbs);
  });
}

const readExamples = `
Examples:
  dateline read report.txt --published 2024-02-08
  dateline read https://example.org/news/1 notes/*.html --json
  dateline read --jsonl < reports.jsonl > readings.jsonl`;

function addJoin(dateline: Command, io: Io, verbs: Verbs, outcome: { status: number }): void {
  const join = dateline
    .command('join')
    .description('join readings of many reports: one record for each incident, its sources counted')
    .option('--jsonl', 'take one reading a line from standard input, write one joined incident a line')
    .addHelpText('after', joinExample);
  join.action(async (options) => {
    if (io.stdin.isTTY) return join.outputHelp();
    const { joinCommand } = await import('./join.js');
    outcome.status = await joinCommand(options, io, verbs);
  });
}

const joinExample = `
Example:
  dateline read --jsonl < reports.jsonl | dateline join --jsonl > incidents.jsonl`;

function addServe(dateline: Command, io: Io, verbs: Verbs, outcome: { status: number }): void {
  dateline
    .command('serve')
    .description('start the desk: the web page and the HTTP API')
    .option('--port <number>', 'the port to listen on (default: PORT, else 8484 or the next free one)')
    .option('--host <address>', 'the address to listen on (default: HOST, else 127.0.0.1)')
    .option('--data <folder>', DATA)
    .option('--examples', 'put a dozen invented reports into an empty store')
    .action(async (options) => {
      const { serveCommand } = await import('./serve.js');
      outcome.status = await serveCommand(options, io, verbs);
    });
}

function addExport(dateline: Command, io: Io, verbs: Verbs, outcome: { status: number }): void {
  dateline
    .command('export')
    .description('write the stored incidents as a file')
    .addOption(
      new Option('--format <format>', 'the form of the file')
        .choices(['csv', 'geojson', 'jsonl'])
        .makeOptionMandatory(),
    )
    .option('--output <file>', 'the file to write (default: standard output)')
    .option('--data <folder>', DATA)
    .option('--names', 'write the names of persons who were harmed, which are left out otherwise')
    .action(async (options) => {
      const { exportCommand } = await import('./export.js');
      outcome.status = await exportCommand(options, io, verbs);
    });
}

function addGazetteer(dateline: Command, io: Io, verbs: Verbs, outcome: { status: number }): void {
  dateline
    .command('gazetteer')
    .description('places that are known beside those of the package')
    .command('add')
    .description('add villages and divisions from files of GeoNames, for reading with this data folder')
    .argument('<files...>', 'country dumps (IQ.txt) and files of alternate names of the same places')
    .option('--data <folder>', 'the data folder (default: ./data)')
    .addHelpText('after', gazetteerHelp)
    .action(async (files: string[], options) => {
      const { gazetteerCommand } = await import('./gazetteer.js');
      outcome.status = await gazetteerCommand(files, options, io, verbs);
    });
}

const gazetteerHelp = `
Country dumps are at https://download.geonames.org/export/dump/ (CC BY 4.0), packed: unzip IQ.zip
and name IQ.txt. Alternate names are in the folder alternatenames there.`;

function version(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
