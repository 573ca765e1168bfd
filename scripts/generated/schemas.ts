import { z } from 'zod';
import {
  Claim,
  Codebook,
  Incident,
  JoinedIncident,
  Reading,
  Report,
  ReportInput,
} from '../../src/record/index.js';

const titles = new Map<z.ZodType, [id: string, title: string]>([
  [Report, ['report', 'What is known of a report']],
  [Reading, ['reading', 'Everything that one report gave']],
  [Incident, ['incident', 'A thing that happened in the world, as one report tells it']],
  [JoinedIncident, ['joined-incident', 'One incident as several reports tell it']],
  [Claim, ['claim', "A stretch of a report that is put in somebody's mouth"]],
  [Codebook, ['codebook', 'The kinds of incident']],
]);

const fileName = (id: string) => `${id}.schema.json`;

/** The JSON Schema of each shape of the record, by file name. They refer to one another by these names. */
export function schemaFiles(): Record<string, string> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, [id]] of titles) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: fileName });
  const files = [...titles].map(([schema, [id, title]]) => fileOf(id, title, schema, schemas[id]));
  // Apart from the others, for it is the one that stands for what comes in and not for what goes out.
  const input = z.toJSONSchema(ReportInput, { io: 'input' });
  return Object.fromEntries([...files, fileOf('report-input', 'A report as handed in', ReportInput, input)]);
}

function fileOf(
  id: string,
  title: string,
  { description }: z.ZodType,
  schema: object = {},
): [string, string] {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: fileName(id), title };
  return [fileName(id), `${JSON.stringify({ ...head, description, ...schema }, null, 2)}\n`];
}
