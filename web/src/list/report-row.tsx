import type { KeptReport } from '../../../src/record/index.js';
import { Icon, InventedBadge } from '../marks.js';
import { sayWhen } from '../say.js';

export function ReportRow({ report }: { report: KeptReport }) {
  const count = report.incidents === 1 ? '1 incident' : `${report.incidents || 'no'} incidents`;
  return (
    <>
      <Icon name="report" />
      <div className="row-head">
        <strong>{report.title ?? report.id}</strong>
      </div>
      <time className="row-when">{report.published ? sayWhen(report.published.edtf) : <em>no date</em>}</time>
      <div className="row-foot">
        <span className="row-outlet">{report.outlet ?? 'Outlet not known'}</span>
        <span>{count}</span>
        {report.invented && <InventedBadge />}
      </div>
    </>
  );
}
