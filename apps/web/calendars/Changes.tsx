import { useWeekdayName } from '../admin/words.js';
import type { CalendarChangeDto, CalendarDayDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { IsoDate } from '../kit/IsoTime.js';

/** What a draft changes, line by line: as it is, as it would be. */
export function Changes({ changes }: { changes: readonly CalendarChangeDto[] }) {
  const t = useT();
  const weekday = useWeekdayName();
  const of = (change: CalendarChangeDto) => {
    switch (change.what) {
      case 'zone': return <T k="time.what.zone" />;
      case 'weekday': return <bdi>{weekday(change.weekday ?? 1)}</bdi>;
      case 'year': return <bdi>{change.year}</bdi>;
      case 'day': return change.date && <IsoDate date={change.date} />;
    }
  };
  const columns: Column<CalendarChangeDto>[] = [
    { id: 'what', titleKey: 'time.whatChanges', cell: of },
    { id: 'before', titleKey: 'time.before', cell: (change) => <Side change={change} text={change.before} day={change.dayBefore} /> },
    { id: 'after', titleKey: 'time.after', cell: (change) => <Side change={change} text={change.after} day={change.dayAfter} /> },
    { id: 'source', titleKey: 'admin.source', cell: (change) => <bdi className="small quiet">{change.dayAfter?.source ?? change.dayBefore?.source ?? ''}</bdi> },
  ];
  return <DataTable columns={columns} rows={changes} rowKey={(change) => `${change.what}${change.date ?? change.year ?? change.weekday ?? ''}`} label={t('time.difference')} />;
}

function Side({ change, text, day }: { change: CalendarChangeDto; text: string | null; day: CalendarDayDto | null }) {
  const t = useT();
  if (change.what === 'day') return day ? <><T k={`admin.dayKind.${day.kind}`} /> {detailOf(day)} · <bdi>{day.name}</bdi> <span className="quiet small">({t(`admin.trust.${day.status}`)})</span></> : <span className="quiet"><T k="admin.dayKind.plain" /></span>;
  if (change.what === 'year') return text === null ? <span className="quiet"><T k="time.notReviewed" /></span> : <T k={`admin.trust.${text}`} />;
  return text === '' || text === null ? <T k="admin.off" /> : <bdi dir="ltr">{text}</bdi>;
}

const detailOf = ({ paysFor, until, minutes }: CalendarDayDto) => (paysFor ? <IsoDate date={paysFor} /> : until ? <bdi dir="ltr">{until}</bdi> : minutes ? <bdi>{minutes}</bdi> : null);
