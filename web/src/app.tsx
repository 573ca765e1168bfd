import { lazy, Suspense, useCallback, useState } from 'react';
import type { View } from './address.js';
import { Filters } from './filters.js';
import { Header, InventedBanner } from './header.js';
import { IncidentPane } from './incident/incident-pane.js';
import { type Choose, Lists } from './list/lists.js';
import { Icon } from './marks.js';
import { useIncidents, useJoined, useReports } from './queries.js';
import { DropAnywhere } from './read/drop-anywhere.js';
import { ReadDialog } from './read/read-dialog.js';
import { useReading } from './read/use-reading.js';
import { ReportPane } from './report/report-pane.js';
import { Shield } from './shield.js';
import { useAddress } from './use-address.js';
import { useEscape } from './use-escape.js';

// The map library is ten times the rest of the page: the list stands before it is asked for.
const MapPane = lazy(() => import('./map/map-pane.js'));

const views: readonly { view: View; name: string; icon: 'list' | 'map' | 'report' }[] = [
  { view: 'list', name: 'List', icon: 'list' },
  { view: 'map', name: 'Map', icon: 'map' },
  { view: 'report', name: 'Report', icon: 'report' },
];

const focusList = () => document.querySelector<HTMLElement>('.rows [tabindex="0"]')?.focus();

export function App() {
  const [address, go] = useAddress();
  const incidents = useIncidents(address.filters);
  const reports = useReports();
  const [isReading, setReading] = useState(false);
  const reading = useReading(go, () => setReading(false));

  const choose = useCallback<Choose>(
    (report, incident, { step = 'push', stay = false, joined, lit } = {}) =>
      go({ report, incident, joined, lit, ...(stay ? {} : { view: 'report' }) }, step),
    [go],
  );
  const { report, incident } = address;
  const joined = useJoined(report && incident ? { report, incident } : undefined);
  // Known before the server has answered wherever the list has it, so that arrow keys do not outrun it.
  const listed = incidents.entries.find(
    ({ member }) => member.report === report && member.incident === incident,
  );
  const open = listed?.id ?? joined.data?.joined.id;
  const close = useCallback(() => {
    if (!address.report) return;
    go({ report: undefined, incident: undefined, joined: undefined, lit: undefined, view: 'list' });
    // The row that was open takes the focus back, for whoever works by keyboard.
    requestAnimationFrame(focusList);
  }, [address.report, go]);
  useEscape(close, !isReading);

  const hasOnlyInvented =
    (reports.data?.entries.length ?? 0) > 0 && reports.data?.entries.every((report) => report.invented);

  return (
    <div className="desk" data-view={address.view}>
      <button type="button" className="skip" onClick={focusList}>
        Skip to the list
      </button>
      <Header filters={address.filters} total={incidents.total} onRead={() => setReading(true)} />
      {hasOnlyInvented && <InventedBanner onRead={() => setReading(true)} />}
      <main className="panes" data-open={address.report !== undefined}>
        <Filters filters={address.filters} onChange={(filters, step) => go({ filters }, step)} />
        <div className="map-frame">
          <Shield
            otherwise={
              <p className="map-failure">The map could not be loaded. The list has every incident.</p>
            }
          >
            <Suspense fallback={<div className="map-wait">The map is being drawn…</div>}>
              <MapPane
                entries={incidents.entries}
                total={incidents.total}
                open={open}
                onChoose={choose}
                onUnplaced={() => go({ listed: 'unplaced', view: 'list' })}
              />
            </Suspense>
          </Shield>
        </div>
        <Lists
          address={address}
          incidents={incidents}
          reports={reports}
          go={go}
          choose={choose}
          open={open}
          onRead={() => setReading(true)}
        />
        {address.joined ? (
          <IncidentPane joined={joined} address={address} onChoose={choose} onClose={close} />
        ) : (
          <ReportPane address={address} joined={joined.data} onChoose={choose} onClose={close} />
        )}
      </main>
      <nav className="views" aria-label="Views">
        {views.map(({ view, name, icon }) => (
          <button
            key={view}
            type="button"
            aria-current={address.view === view ? 'page' : undefined}
            onClick={() => go({ view })}
          >
            <Icon name={icon} />
            {name}
          </button>
        ))}
      </nav>
      <ReadDialog isOpen={isReading} reading={reading} onClose={() => setReading(false)} />
      <DropAnywhere
        onFiles={(files) => {
          setReading(true);
          reading.readFiles(files);
        }}
      />
    </div>
  );
}
