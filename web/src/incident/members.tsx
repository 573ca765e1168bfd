import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptDecision, KeptMember } from '../../../src/record/index.js';
import { decide, type JoinedAnswer } from '../api.js';
import type { Choose } from '../list/lists.js';
import { useReport } from '../queries.js';
import { sayWhen } from '../say.js';
import { type Decided, decidedOn } from './decisions.js';
import type { Open, ReportOf } from './field-values.js';
import { nameOf, sayOrigin } from './say-joined.js';

interface Props {
  readonly answer: JoinedAnswer;
  /** The member that the address of the page names. */
  readonly address: KeptMember;
  readonly reportOf: ReportOf;
  readonly onOpen: Open;
  readonly onChoose: Choose;
}

const isSame = (a: KeptMember, b: KeptMember) => a.report === b.report && a.incident === b.incident;
const idOf = ({ report, incident }: KeptMember): KeptMember => ({ report, incident });

/** The reports that tell of the incident, whom they have it from, and what people decided of them. */
export function Members({ answer, address, reportOf, onOpen, onChoose }: Props) {
  const { joined, decisions } = answer;
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');

  const say = async (member: KeptMember, others: readonly KeptMember[], verdict: KeptDecision['verdict']) => {
    setBusy(true);
    setFailure('');
    try {
      await decide(idOf(member), others.map(idOf), verdict);
      // The page stays with the others where the member that it is known by is taken out.
      const [other] = others;
      if (other && verdict === 'not the same' && isSame(member, address))
        onChoose(other.report, other.incident, { step: 'replace', joined: true });
      await Promise.all(
        [['incidents'], ['joined']].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };

  const dayOf = ({ report }: KeptMember) => reportOf(report)?.published?.edtf ?? '9999';
  const members = [...joined.members].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));

  return (
    <section className="joined-field" aria-label="The reports">
      <h3>
        The reports <span className="count">{joined.members.length}</span>
      </h3>
      <ul className="members">
        {members.map((member) => {
          const report = reportOf(member.report);
          const source = joined.sources.find((each) => each.report === member.report);
          const origin = source ? sayOrigin(source, reportOf) : '';
          const others = members.filter((other) => !isSame(other, member));
          return (
            <li key={`${member.report} ${member.incident}`} className="member">
              <button
                type="button"
                className="member-open"
                onClick={() => onOpen(member.report, member.incident)}
              >
                <strong>{nameOf(report)}</strong>
                {report?.published && <span className="muted"> {sayWhen(report.published.edtf)}</span>}
                {!member.core && <span className="tag">background</span>}
                {origin && <span className="tag tag-origin">{origin}</span>}
                {report?.title && report.outlet && <span className="member-title">{report.title}</span>}
              </button>
              {others.length > 0 && (
                <button
                  type="button"
                  className="quiet"
                  disabled={isBusy}
                  aria-label={`Not the same: take ${nameOf(report)} out`}
                  onClick={() => say(member, others, 'not the same')}
                >
                  Not the same
                </button>
              )}
            </li>
          );
        })}
        {decidedOn(joined, decisions).map((decided) => (
          <DecidedRow
            key={`${decided.verdict} ${decided.member.report} ${decided.member.incident}`}
            decided={decided}
            isBusy={isBusy}
            onUndo={() => say(decided.member, decided.others, 'undone')}
          />
        ))}
      </ul>
      <p className="failure" role="status">
        {failure}
      </p>
    </section>
  );
}

function DecidedRow({ decided, isBusy, onUndo }: { decided: Decided; isBusy: boolean; onUndo: () => void }) {
  const report = useReport(decided.member.report);
  const name = report.data ? nameOf(report.data.kept) : '…';
  const words = decided.verdict === 'same' ? 'put together by hand' : 'taken out: not the same';
  return (
    <li className="member member-decided">
      <span>
        <strong>{name}</strong> <span className="tag">{words}</span>{' '}
        <span className="muted">
          {decided.by && `by ${decided.by}, `}
          {sayWhen(decided.at.slice(0, 10))}
        </span>
      </span>
      <button
        type="button"
        className="quiet"
        disabled={isBusy}
        aria-label={`Undo what was decided of ${name}`}
        onClick={onUndo}
      >
        Undo
      </button>
    </li>
  );
}
