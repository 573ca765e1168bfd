import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { KeptReport } from '../../../src/record/index.js';
import { type Address, countFilters, type Listed } from '../address.js';
import type { Page } from '../api.js';
import { Blank } from '../marks.js';
import type { useIncidents } from '../queries.js';
import { isPlaced } from '../say.js';
import type { Go, Step } from '../use-address.js';
import { IncidentRow } from './incident-row.js';
import { ReportRow } from './report-row.js';
import { Rows } from './rows.js';

export interface Choice {
  readonly step?: Step;
  /** The view stays as it is: where the arrow keys walk the list on a narrow screen. */
  readonly stay?: boolean;
  /** The incident as all reports tell it is opened, and not the report. */
  readonly joined?: boolean;
  /** Words that are lit, by where they start. */
  readonly lit?: number;
}
export type Choose = (report: string, incident?: string, choice?: Choice) => void;

interface Props {
  readonly address: Address;
  readonly incidents: ReturnType<typeof useIncidents>;
  readonly reports: UseQueryResult<Page<KeptReport>>;
  readonly go: Go;
  readonly choose: Choose;
  /** The joined incident that is open, or that the incident of the open report stands in. */
  readonly open: string | undefined;
  readonly onRead: () => void;
}

/** The incidents, those of them that no map can show, or the reports. */
export function Lists(props: Props) {
  const { address, incidents, reports, go } = props;
  const unplaced = useMemo(() => incidents.entries.filter((entry) => !isPlaced(entry)), [incidents.entries]);
  const tabs: readonly { listed: Listed; name: string; count: number | undefined }[] = [
    { listed: 'incidents', name: 'Incidents', count: incidents.data ? incidents.total : undefined },
    { listed: 'unplaced', name: 'Not on the map', count: incidents.data ? unplaced.length : undefined },
    { listed: 'reports', name: 'Reports', count: reports.data?.total },
  ];
  return (
    <div className="lists">
      <fieldset className="tabs" aria-label="What is listed">
        {tabs.map(({ listed, name, count }) => (
          <button
            key={listed}
            type="button"
            aria-pressed={address.listed === listed}
            onClick={() => go({ listed }, 'replace')}
          >
            {name} <span className="count">{count?.toLocaleString('en') ?? '–'}</span>
          </button>
        ))}
      </fieldset>
      {address.listed === 'reports' ? (
        <ReportList {...props} />
      ) : (
        <IncidentList {...props} entries={address.listed === 'unplaced' ? unplaced : incidents.entries} />
      )}
    </div>
  );
}

function IncidentList({
  address,
  incidents,
  entries,
  go,
  choose,
  open,
  onRead,
}: Props & { entries: Props['incidents']['entries'] }) {
  if (incidents.isPending) return <Waiting />;
  if (incidents.isError && entries.length === 0)
    return <Failed error={incidents.error} onRetry={() => incidents.refetch()} />;
  if (entries.length === 0 && countFilters(address.filters) > 0) {
    return (
      <Blank title="Nothing passes these filters">
        <button type="button" className="link" onClick={() => go({ filters: {} })}>
          Clear the filters
        </button>
      </Blank>
    );
  }
  if (entries.length === 0 && address.listed === 'unplaced') {
    return <Blank title="Every incident is on the map" />;
  }
  if (entries.length === 0) return <NothingKept onRead={onRead} />;
  return (
    <Rows
      label="Incidents"
      isStale={incidents.isPlaceholderData}
      items={entries.map((entry) => ({ key: entry.id, entry }))}
      chosen={open}
      onChoose={({ entry }, how) =>
        choose(entry.member.report, entry.member.incident, { ...how, joined: entry.reports > 1 })
      }
      render={({ entry }) => <IncidentRow entry={entry} />}
      end={
        incidents.hasNextPage && address.listed === 'incidents' ? (
          <button
            type="button"
            className="link"
            disabled={incidents.isFetching}
            onClick={() => incidents.fetchNextPage()}
          >
            {incidents.isFetching
              ? 'Loading…'
              : `Show more: ${(incidents.total - incidents.entries.length).toLocaleString('en')} are not shown yet`}
          </button>
        ) : null
      }
    />
  );
}

function ReportList({ address, reports, choose, onRead }: Props) {
  if (reports.isPending) return <Waiting />;
  if (reports.isError) return <Failed error={reports.error} onRetry={() => reports.refetch()} />;
  const { entries, total } = reports.data;
  if (entries.length === 0) return <NothingKept onRead={onRead} />;
  return (
    <Rows
      label="Reports"
      items={entries.map((report) => ({ key: report.hash, report }))}
      chosen={address.report}
      onChoose={({ report }, how) => choose(report.hash, undefined, how)}
      render={({ report }) => <ReportRow report={report} />}
      end={
        total > entries.length ? (
          <span className="hint">
            The newest {entries.length} of {total.toLocaleString('en')}
          </span>
        ) : null
      }
    />
  );
}

function NothingKept({ onRead }: { onRead: () => void }) {
  return (
    <Blank title="No report has been read yet">
      <p>Paste a news report, or drop a file anywhere on this page.</p>
      <button type="button" className="link" onClick={onRead}>
        Read a report
      </button>
    </Blank>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <Blank title="This could not be loaded" tone="bad">
      <p>{error.message}</p>
      <button type="button" className="link" onClick={onRetry}>
        Try again
      </button>
    </Blank>
  );
}

function Waiting() {
  return (
    <ul className="rows" aria-busy="true" aria-label="Loading">
      {['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => (
        <li key={key} className="row row-waiting">
          <i />
          <i />
          <i />
        </li>
      ))}
    </ul>
  );
}
