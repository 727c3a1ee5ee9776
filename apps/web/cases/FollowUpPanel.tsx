import { Button } from '@mantine/core';
import type { CaseViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { allows, type CaseActName } from './acts.js';
import styles from './panels.module.css';

/** "Was it carried out?", at each day asked, then the visits of the tumor type's plan. */
export function FollowUpPanel({ view, onAct }: { view: CaseViewDto; onAct: (act: CaseActName) => void }) {
  const t = useT();
  if (view.followUps.length === 0) return null;
  // A plan may reach over years: what was told, what comes next, and the rest on request.
  const next = view.followUpVisits.findIndex(({ status }) => status === null);
  const soon = next < 0 ? view.followUpVisits : view.followUpVisits.slice(0, next + 1);
  const later = view.followUpVisits.slice(soon.length);
  const recurred = view.followUpVisits.some((each) => each.localRecurrence === 'yes' || each.distantRecurrence === 'yes');
  return (
    <Card title={t('followup.carriedOut')} flush>
      <ul>
        {view.followUps.map((each) => (
          <li key={each.day} className={styles.row}>
            <div className={styles.main}><T k="followup.dayMark" values={{ days: each.day }} />
              <div className={styles.sub}><IsoTime at={each.answeredAt ?? each.dueAt} show="day" />{each.because && <>, <T k={`lists.notCarriedOutReason.${each.because}`} /></>}</div>
            </div>
            {each.answer === null ? <StatusChip status="waiting" /> : <StatusChip status={each.answer === 'yes' ? 'done' : each.answer === 'no' ? 'blocked' : 'onTime'} wordKey={`cases.followUpAnswer.${each.answer}`} />}
          </li>
        ))}
        {soon.map((each) => <Visit key={`month-${each.month}`} visit={each} />)}
      </ul>
      {later.length > 0 && <details className={styles.later}><summary>{t('followup.laterVisits')} <span className="quiet">{later.length}</span></summary><ul>{later.map((each) => <Visit key={`month-${each.month}`} visit={each} />)}</ul></details>}
      {recurred && allows(view.may, 'openNewRound') && (
        <div className={styles.row}><div className={styles.main}>{t('followup.recurred')}</div><Button size="compact-sm" variant="default" onClick={() => onAct('openNewRound')}>{t('followup.newRound')}</Button></div>
      )}
    </Card>
  );
}

function Visit({ visit }: { visit: CaseViewDto['followUpVisits'][number] }) {
  const recurred = visit.localRecurrence === 'yes' || visit.distantRecurrence === 'yes';
  const found = [['local', visit.localRecurrence], ['distant', visit.distantRecurrence]] as const;
  return (
    <li className={styles.row}>
      <div className={styles.main}><T k="followup.month" values={{ months: visit.month }} />
        <div className={styles.sub}>
          <IsoTime at={visit.recordedAt ?? visit.dueAt} show="day" />{visit.carriedOut === false && <>, <T k="followup.notCarriedOut" />{visit.because && <>: <T k={`lists.notCarriedOutReason.${visit.because}`} /></>}</>}
          {found.map(([where, code]) => (code === 'yes' || code === 'suspected') && <span key={where}>, <T k={`followup.${where}`} />: <T k={`lists.recurrenceFound.${code}`} /></span>)}
          {visit.ecog !== null && <>, <bdi dir="ltr">ECOG {visit.ecog}</bdi></>}{visit.msts !== null && <>, <bdi dir="ltr">MSTS {visit.msts}/30</bdi></>}
        </div>
        {visit.note?.text && <div className={styles.sub} dir="auto" lang={visit.note.language ?? undefined}>{visit.note.text}</div>}
      </div>
      {visit.status === null ? <StatusChip status="waiting" /> : <StatusChip status={recurred || visit.status.startsWith('died') ? 'blocked' : visit.status === 'notKnown' ? 'onTime' : 'done'} wordKey={`lists.followUpStatus.${visit.status}`} />}
    </li>
  );
}
