import { type CodebookRow, codebook, type Family } from '../../src/record/index.js';

/** What the families are called on the page, in the order in which they stand there. */
const families: Record<Family, string> = {
  explosion: 'Explosions and remote violence',
  battle: 'Battles',
  violence: 'Violence on people and property',
  unrest: 'Unrest',
  state_action: 'What states do',
  accord: 'Accords',
  other_harm: 'Other harm',
  other: 'Other',
};

const head = `# Codebook

Here you find every kind of incident that a record can have, what it means, and what it is called in the code lists that
analysts already use. The definitions are ours; the outside codes are names only. A dash means that a list has no code
for the kind. \`UCDP\` marks kinds that the UCDP GED counts when somebody dies.

This page is made from \`src/record/codebook.json\` by \`npm run schema\`; change it there.
`;

/** The page \`docs/codebook.md\`: a table for each family. */
export function codebookPage(): string {
  const sections = Object.entries(families).map(([family, title]) => {
    const rows = codebook.filter((row) => row.family === family);
    return [
      `## ${title}`,
      '',
      `Family \`${family}\`.`,
      '',
      '| kind | definition | ACLED | PLOVER | CAMEO | MUC-4 | UCDP |',
      '|---|---|---|---|---|---|---|',
      ...rows.map(tableRow),
      '',
    ].join('\n');
  });
  return [head, ...sections].join('\n');
}

function tableRow(row: CodebookRow): string {
  const cells = [
    `\`${row.kind}\``,
    row.means,
    row.acled?.map(alternatives).join(': ') ?? '–',
    row.plover?.map(alternatives).join(': ') ?? '–',
    alternatives(row.cameo ?? '–'),
    alternatives(row.muc ?? '–'),
    row.ucdp ? 'yes' : '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

const alternatives = (codes: string) => codes.split('|').join(' or ');
