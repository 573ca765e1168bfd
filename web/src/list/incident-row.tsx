import { memo } from 'react';
import type { KeptJoined } from '../../../src/record/index.js';
import { FamilySign, InventedBadge } from '../marks.js';
import { useFamilyOf } from '../queries.js';
import { sayParties, sayReports, sayTolls, sayWhen, sayWhere, summaryOf } from '../say.js';
import { kindWords, realisWords } from '../words.js';

/** A joined incident in three lines: what, where and when; who to whom; toll and sources. */
export const IncidentRow = memo(function IncidentRow({ entry }: { entry: KeptJoined }) {
  const incident = summaryOf(entry);
  const familyOf = useFamilyOf();
  const { actor, recipient } = sayParties(incident);
  const toll = sayTolls(incident.toll);
  return (
    <>
      <FamilySign family={familyOf(incident.kind)} named />
      <div className="row-head">
        <strong>{kindWords(incident.kind)}</strong>
        {incident.number > 1 && <span className="tag">×{incident.number.toLocaleString('en')}</span>}
        {incident.realis !== 'happened' && (
          <span className="tag tag-realis">{realisWords[incident.realis]}</span>
        )}
        <span className="row-where">
          {incident.where ? sayWhere(incident.where) : <em>place not told</em>}
        </span>
      </div>
      <time className="row-when">{incident.when ? sayWhen(incident.when.edtf) : <em>no date</em>}</time>
      <div className="row-who">
        {actor || recipient ? (
          <>
            {actor || <em>not told who</em>}
            {recipient && (
              <>
                <span className="arrow" role="img" aria-label="to">
                  →
                </span>
                {recipient}
              </>
            )}
          </>
        ) : (
          <em>not told who</em>
        )}
      </div>
      <div className="row-foot">
        {toll && <span className="row-toll">{toll}</span>}
        <span className={entry.reports > 1 ? 'row-outlet row-reports' : 'row-outlet'}>
          {sayReports(entry)}
        </span>
        {!entry.core && <span className="tag">background</span>}
        {entry.invented && <InventedBadge />}
      </div>
    </>
  );
});
