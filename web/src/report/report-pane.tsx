import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeptReport, Reading } from '../../../src/record/index.js';
import type { Address } from '../address.js';
import type { JoinedAnswer } from '../api.js';
import type { Choose } from '../list/lists.js';
import { Blank, Icon, InventedBadge } from '../marks.js';
import { type Field, proofsOf } from '../proof.js';
import { useReport } from '../queries.js';
import { sayWhen } from '../say.js';
import { publishedWords } from '../words.js';
import { bringIntoView } from './bring-into-view.js';
import { Legend } from './legend.js';
import type { Light } from './light.js';
import { Record } from './record.js';
import { ReportText } from './report-text.js';

interface Props {
  readonly address: Address;
  /** The joined incident that the open incident stands in, once it is known. */
  readonly joined?: JoinedAnswer;
  readonly onChoose: Choose;
  readonly onClose: () => void;
}

/** The report as published, and the record that was read from it. */
export function ReportPane({ address, joined, onChoose, onClose }: Props) {
  const report = useReport(address.report);
  return (
    <article className="report" aria-label="Report" aria-busy={report.isLoading}>
      {!address.report ? (
        <Blank title="No report is open">
          <p>
            Choose an incident on the list or the map: its report opens here, with the words that every value
            rests on.
          </p>
        </Blank>
      ) : report.isError ? (
        <Blank title="The report could not be loaded" tone="bad">
          <p>{report.error.message}</p>
          <button type="button" className="link" onClick={() => report.refetch()}>
            Try again
          </button>
        </Blank>
      ) : report.data ? (
        <OpenReport
          key={address.report}
          kept={report.data.kept}
          reading={report.data.reading}
          incident={address.incident}
          lit={address.lit}
          reports={joined?.reports.length ?? 0}
          isDecided={(joined?.decisions.length ?? 0) > 0}
          onIncident={(incident) => onChoose(report.data.kept.hash, incident, { step: 'replace' })}
          onJoined={() => onChoose(report.data.kept.hash, address.incident, { joined: true })}
          onClose={onClose}
        />
      ) : (
        <div className="report-waiting" role="status" aria-label="The report is being loaded" />
      )}
    </article>
  );
}

interface OpenProps {
  readonly kept: KeptReport;
  readonly reading: Reading;
  readonly incident?: string;
  /** Where words start that are to be lit from the first. */
  readonly lit?: number;
  /** How many reports tell of the open incident. */
  readonly reports: number;
  /** Whether people said anything of whether it is the same as another. */
  readonly isDecided: boolean;
  readonly onIncident: (incident: string | undefined) => void;
  readonly onJoined: () => void;
  readonly onClose: () => void;
}

function OpenReport(props: OpenProps) {
  const { kept, reading, incident, lit, reports, isDecided, onIncident, onJoined, onClose } = props;
  const body = useRef<HTMLDivElement>(null);
  const [light, setLight] = useState<Light | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<Field>>(new Set());
  const proofs = useMemo(() => proofsOf(reading), [reading]);
  const chosen = reading.incidents.some((each) => each.id === incident) ? incident : undefined;

  // Words that another page pointed at stay lit while nothing else is pointed at.
  const pointed = useMemo<Light | null>(() => {
    const [proof] = proofs
      .filter(({ start }) => start === lit)
      .sort((a, b) => Number(b.incident === chosen) - Number(a.incident === chosen));
    return proof ? { keys: [proof.key], from: 'record', source: null, isChosen: true } : null;
  }, [lit, proofs, chosen]);

  /** Lights a value and its words, and brings the other end of the pair into view. */
  const show = useCallback(
    (next: Light | null) => {
      setLight(next ?? pointed);
      const key = next?.keys.at(-1);
      if (!next || !key || !body.current) return;
      const other = next.from === 'text' ? 'data-key' : 'data-keys';
      const target = body.current.querySelector(`[${other}~="${CSS.escape(key)}"]`);
      if (target) bringIntoView(target, next.source, next.isChosen);
    },
    [pointed],
  );

  // The words that were pointed at, else the first words of the incident that was chosen on the list or the map.
  useEffect(() => {
    if (pointed) setLight(pointed);
    const words = pointed
      ? body.current?.querySelector(`[data-keys~="${CSS.escape(pointed.keys[0] ?? '')}"]`)
      : chosen && body.current?.querySelector(`[data-keys~="${CSS.escape(`${chosen}/mention`)}"]`);
    if (words) bringIntoView(words, null, pointed !== null);
    const card = chosen && body.current?.querySelector('.card[data-open="true"] > .card-head');
    // In a pane of one scroll the words come first.
    if (card) bringIntoView(card, words || null);
  }, [chosen, pointed]);

  /** Words that were clicked: their incident opens, and their value is lit there. */
  const open = (next: Light) => {
    const owner = next.keys.at(-1)?.split('/')[0];
    const isIncident = reading.incidents.some((each) => each.id === owner);
    if (isIncident && owner !== chosen) onIncident(owner);
    requestAnimationFrame(() => show({ ...next, isChosen: true }));
  };

  return (
    <>
      <ReportHead kept={kept} reading={reading} onClose={onClose} />
      {chosen && (reports > 1 || isDecided) && (
        <p className="report-joined">
          <button type="button" className="link" onClick={onJoined}>
            {reports > 1
              ? `${reports} reports tell of this incident: see them side by side`
              : 'See what was decided of this incident'}
          </button>
        </p>
      )}
      <Legend proofs={proofs} hidden={hidden} onHidden={setHidden} />
      <div className="report-body" ref={body}>
        <ReportText
          reading={reading}
          proofs={proofs}
          incident={chosen}
          hidden={hidden}
          light={light}
          onLight={show}
          onOpen={open}
        />
        <Record reading={reading} incident={chosen} light={light} onLight={show} onIncident={onIncident} />
      </div>
    </>
  );
}

function ReportHead({ kept, reading, onClose }: Pick<OpenProps, 'kept' | 'reading' | 'onClose'>) {
  const { report } = reading;
  const agencies = [...new Set(report.agencies.map((agency) => agency.name))];
  return (
    <header className="report-head">
      <div className="report-source">
        <span className="report-outlet">{report.outlet ?? 'Outlet not known'}</span>
        {report.published && (
          <span title={report.published.why}>
            {sayWhen(report.published.edtf)}{' '}
            <span className="muted">({publishedWords[report.published.basis]})</span>
          </span>
        )}
        {report.byline && <span>{report.byline}</span>}
        {agencies.length > 0 && <span>credits {agencies.join(', ')}</span>}
        {report.url && (
          <a href={report.url} rel="noopener noreferrer" target="_blank">
            where it was published
          </a>
        )}
        {kept.invented && <InventedBadge />}
      </div>
      <h2 className="report-title" tabIndex={-1}>
        {report.title ?? 'Untitled report'}
      </h2>
      <button
        type="button"
        className="close"
        aria-label="Close the report"
        title="Close (Esc)"
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}
