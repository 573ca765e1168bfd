import type { UseQueryResult } from '@tanstack/react-query';
import type { KeptMember, KeptReport } from '../../../src/record/index.js';
import type { Address } from '../address.js';
import type { JoinedAnswer } from '../api.js';
import type { Choose } from '../list/lists.js';
import { Blank, FamilySign, Icon, InventedBadge } from '../marks.js';
import { useFamilyOf } from '../queries.js';
import { sayWhen, sayWhere } from '../say.js';
import { kindWords, realisWords } from '../words.js';
import { FieldValues } from './field-values.js';
import { fieldsOf } from './fields.js';
import { Members } from './members.js';
import { type Graded, gradedWords, gradeWords, sayGrade, sayWhy } from './say-joined.js';
import { TollOverTime } from './toll-over-time.js';

interface Props {
  readonly joined: UseQueryResult<JoinedAnswer>;
  readonly address: Address;
  readonly onChoose: Choose;
  readonly onClose: () => void;
}

/** An incident as all reports tell it: every value side by side, with who gives it. */
export function IncidentPane({ joined, address, onChoose, onClose }: Props) {
  const { report = '', incident = '' } = address;
  return (
    <article className="report incident" aria-label="Incident" aria-busy={joined.isLoading}>
      {joined.isError ? (
        <Blank title="The incident could not be loaded" tone="bad">
          <p>{joined.error.message}</p>
          <button type="button" className="link" onClick={() => joined.refetch()}>
            Try again
          </button>
        </Blank>
      ) : joined.data ? (
        <OpenIncident
          answer={joined.data}
          member={{ report, incident }}
          onChoose={onChoose}
          onClose={onClose}
        />
      ) : (
        <div className="report-waiting" role="status" aria-label="The incident is being loaded" />
      )}
    </article>
  );
}

interface OpenProps extends Pick<Props, 'onChoose' | 'onClose'> {
  readonly answer: JoinedAnswer;
  /** The member that the address of the page names. */
  readonly member: KeptMember;
}

function OpenIncident({ answer, member, onChoose, onClose }: OpenProps) {
  const { joined, reports } = answer;
  const reportOf = (hash: string) => reports.find((report) => report.hash === hash);
  const memberOf = (hash: string) => joined.members.find(({ report }) => report === hash);
  const open = (report: string, incident?: string, lit?: number) =>
    onChoose(report, incident ?? memberOf(report)?.incident, lit === undefined ? {} : { lit });
  return (
    <>
      <Head answer={answer} onClose={onClose} />
      <div className="incident-body">
        <Grades joined={joined} />
        {fieldsOf(joined).map((field) => (
          <FieldValues key={field.key} field={field} reportOf={reportOf} onOpen={open} />
        ))}
        <TollOverTime series={joined.series} reportOf={reportOf} onOpen={open} />
        <Members answer={answer} address={member} reportOf={reportOf} onOpen={open} onChoose={onChoose} />
        <Why sentences={joined.why} reports={reports} />
      </div>
    </>
  );
}

function Head({ answer, onClose }: Pick<OpenProps, 'answer' | 'onClose'>) {
  const { shown, kind } = answer.joined;
  const familyOf = useFamilyOf();
  const outlets = new Set(answer.reports.flatMap(({ outlet }) => outlet ?? [])).size;
  const where = shown.where && sayWhere(shown.where.value);
  const when = shown.when && sayWhen(shown.when.value.edtf);
  return (
    <header className="report-head">
      <div className="report-source">
        <span className="report-outlet">{count(answer.reports.length, 'report')}</span>
        {outlets > 0 && <span>{count(outlets, 'outlet')}</span>}
        {shown.realis.value !== 'happened' && (
          <span className="tag tag-realis">{realisWords[shown.realis.value]}</span>
        )}
        {answer.reports.every(({ invented }) => invented) && <InventedBadge />}
      </div>
      <h2 className="report-title" tabIndex={-1}>
        <FamilySign family={familyOf(kind)} named /> {[kindWords(kind), where].filter(Boolean).join(', ')}
        {when && <span className="incident-when"> {when}</span>}
      </h2>
      <button
        type="button"
        className="close"
        aria-label="Close the incident"
        title="Close (Esc)"
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

function Grades({ joined: { grades } }: { joined: JoinedAnswer['joined'] }) {
  const graded: Graded[] = ['happened', 'actor', 'toll'];
  return (
    <dl className="grades" aria-label="How well it is known">
      {graded.map((name) => {
        const grade = grades[name];
        const means = grade === null ? 'No report tells it.' : sayGrade(name, grade);
        return (
          <div key={name} className="grade" data-grade={grade ?? 'none'} title={means}>
            <dt>{gradedWords[name]}</dt>
            <dd>
              <strong>{grade === null ? 'not told' : gradeWords[grade]}</strong>
              <span className="grade-means">{means}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Why({ sentences, reports }: { sentences: readonly string[]; reports: readonly KeptReport[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="joined-field">
      <h3>Why these reports tell of one incident</h3>
      <ul className="notes">
        {sentences.map((sentence) => (
          <li key={sentence}>{sayWhy(sentence, reports)}</li>
        ))}
      </ul>
    </section>
  );
}
