/** A mention as people marked it: words `first` to before `last` of its document. */
export interface MarkedMention {
  readonly cluster: string;
  readonly first: number;
  readonly last: number;
  /** "person", "organization", "place", "event", "object" … in the words of the file. */
  readonly kind: string;
}

/** The mentions of one document, in order of their first words, and how many words it has. */
export interface MarkedDocument {
  readonly id: string;
  readonly mentions: readonly MarkedMention[];
  readonly words: number;
}

/** A mention that has begun. */
type Open = Omit<MarkedMention, 'last'>;

/**
 * Reads the entities of a CoNLL-U file in the notation of CorefUD 1.x, as GUM has it: `Entity=(1-person-…` opens a mention
 * of cluster 1 at a word, `1)` closes it, `(1-person-…)` does both; `# global.Entity` names the fields. Pieces of mentions that
 * do not hang together (`1[1/2]`) are left out, as are brackets that nothing opens or closes.
 */
export function readEntities(content: string): MarkedDocument[] {
  const documents: MarkedDocument[] = [];
  let reader = documentReader('', 1);
  let [id, kindField] = ['', 1];
  const end = () => {
    const document = reader.end();
    if (document.words > 0) documents.push(document);
  };
  for (const line of content.split(/\r?\n/)) {
    if (line.startsWith('# newdoc')) {
      end();
      id = line.split('=')[1]?.trim() ?? '';
      reader = documentReader(id, kindField);
    } else if (line.startsWith('# global.Entity')) {
      kindField = Math.max(1, line.split('=')[1]?.trim().split('-').indexOf('etype') ?? 1);
      reader = documentReader(id, kindField);
    } else if (/^\d+\t/.test(line)) {
      reader.add(/(?:\t|\|)Entity=([^|\t]*)/.exec(line)?.[1] ?? '');
    }
  }
  end();
  return documents;
}

/** Takes the `Entity` of word after word. The first field of the notation, "GRP", is the cluster. */
function documentReader(id: string, kindField: number) {
  const mentions: MarkedMention[] = [];
  const open = new Map<string, Open[]>();
  let words = 0;
  const take = (bracket: string) => {
    const fields = bracket.replace(/[()]/g, '').split('-');
    const cluster = fields[0] ?? '';
    if (cluster.includes('[')) return;
    if (bracket.startsWith('(')) {
      const begun = { cluster, first: words, kind: fields[kindField] ?? '' };
      open.set(cluster, [...(open.get(cluster) ?? []), begun]);
    }
    const begun = bracket.endsWith(')') ? open.get(cluster)?.pop() : undefined;
    if (begun !== undefined) mentions.push({ ...begun, last: words + 1 });
  };
  return {
    add(entity: string) {
      for (const [bracket] of entity.matchAll(/\([^()]+\)?|[^()]+\)/g)) take(bracket);
      words++;
    },
    end: (): MarkedDocument => ({
      id,
      words,
      mentions: mentions.toSorted((a, b) => a.first - b.first || b.last - a.last),
    }),
  };
}
