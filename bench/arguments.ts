import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './bench.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The one file and the options of a bench. Throws a UsageError with the usage where they are others. */
export function fileAndOptions<const O extends Options>(args: readonly string[], options: O, usage: string) {
  const { positionals, values } = parse(args, options, usage);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError(`One file is needed, and ${positionals.length} were given. Usage: ${usage}`);
  }
  return { file, values };
}

/** The files, at least one, and the options of a bench. Throws a UsageError with the usage where they are others. */
export function filesAndOptions<const O extends Options>(args: readonly string[], options: O, usage: string) {
  const { positionals, values } = parse(args, options, usage);
  if (positionals.length === 0) throw new UsageError(`At least one file is needed. Usage: ${usage}`);
  return { files: positionals, values };
}

function parse<const O extends Options>(args: readonly string[], options: O, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} Usage: ${usage}`);
  }
}
