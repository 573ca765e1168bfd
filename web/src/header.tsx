import { Button, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { Filters } from './address.js';
import { countFilters } from './address.js';
import { type ExportFormat, exportAddress } from './api.js';
import { Icon } from './marks.js';

const formats: readonly { format: ExportFormat; name: string; use: string }[] = [
  { format: 'csv', name: 'CSV', use: 'one row an incident, for a spreadsheet' },
  { format: 'geojson', name: 'GeoJSON', use: 'for a map' },
  { format: 'jsonl', name: 'JSON lines', use: 'the whole record, for a program' },
];

export function Header({ filters, total, onRead }: { filters: Filters; total: number; onRead: () => void }) {
  return (
    <header className="header">
      <a className="wordmark" href="/" aria-label="Dateline, start">
        Dateline<span aria-hidden="true">&#8202;—</span>
      </a>
      <p className="motto">What happened, and the words that say so</p>
      <div className="header-actions">
        <SchemeToggle />
        <ExportMenu filters={filters} total={total} />
        <Button onClick={onRead} leftSection={<Icon name="read" />} className="read-button">
          Read a report
        </Button>
      </div>
    </header>
  );
}

function ExportMenu({ filters, total }: { filters: Filters; total: number }) {
  const isFiltered = countFilters(filters) > 0;
  return (
    <Menu position="bottom-end" width={300} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          className="quiet-button"
          aria-label="Export"
        >
          <span className="button-word">Export</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {isFiltered
            ? `The ${total.toLocaleString('en')} that the filters let through`
            : `All ${total.toLocaleString('en')} incidents`}
        </Menu.Label>
        <p className="menu-note">
          A file has each incident once for every report that tells of it. The names of people who were harmed
          are left out.
        </p>
        {formats.map(({ format, name, use }) => (
          <Menu.Item
            key={format}
            component="a"
            href={exportAddress(format, filters)}
            download={`dateline.${format}`}
          >
            <strong>{name}</strong> <span className="muted">{use}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <Button
      variant="default"
      className="quiet-button icon-button"
      aria-label={`Use ${other} colours`}
      title={`Use ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
    </Button>
  );
}

export function InventedBanner({ onRead }: { onRead: () => void }) {
  return (
    <p className="banner">
      <strong>Every report here is invented</strong>, to show what the desk does. None of it happened.{' '}
      <button type="button" className="link" onClick={onRead}>
        Read a report of your own
      </button>
    </p>
  );
}
