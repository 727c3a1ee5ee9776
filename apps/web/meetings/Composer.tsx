import { Autocomplete, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { useCase } from '../cases/reading.js';
import { Card } from '../kit/Card.js';
import { ChoiceField } from '../kit/form/ChoiceField.js';
import formStyles from '../kit/form/Form.module.css';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Meeting.module.css';
import { Options } from './Options.js';
import { PendingResults } from './PendingResults.js';
import { ProposalNote, BothTyped } from './ProposalNote.js';
import { issuesOf, lacksAlternative, type ProposalField } from './proposal.js';
import { ReadBack } from './ReadBack.js';
import { useBoards } from './reading.js';
import { SharedDate } from './SharedDate.js';
import { useProposal } from './useProposal.js';
import { Voices } from './Voices.js';

export const intents = ['curative', 'palliative', 'diagnostic', 'surveillance', 'supportive'] as const;
export const modalities = ['surgery', 'systemicTherapy', 'radiotherapy', 'combined', 'furtherDiagnostics', 'trial', 'activeSurveillance', 'supportiveCare'] as const;
const feasible = ['yes', 'no', 'notKnown'] as const;
const sides = ['left', 'right', 'bilateral', 'midline', 'notApplicable'] as const;

interface Props { view: MeetingViewDto; item: AgendaItemDto; /** Chairs or writes this sitting. */ records: boolean; onRecorded: () => void }

/** What the board recommends, typed while it is said, by one or by several; kept on the server, read back, then recorded by the chair or the scribe. */
export function Composer({ view, item, records, onRecorded }: Props) {
  const t = useT();
  const caseId = item.case.id;
  const line = useProposal(view.meeting.id, caseId, item.case.laterality);
  const { typed, change, forget } = line;
  const people = usePeople(view, caseId);
  const hospitals = useHospitals(view.meeting.board.id, item.case.origin.id);
  // Identifiers only: a guideline's texts are not shipped.
  const guidelines = useBoards().data?.items.find(({ id }) => id === view.meeting.board.id)?.guidelines ?? [];
  const [tried, setTried] = useState(0);
  const [reading, setReading] = useState(false);
  const issues = tried > 0 ? issuesOf(typed) : [];
  const error = (field: ProposalField) => { const found = issues.find((issue) => issue.field === field); return found ? t(`meetings.composer.${found.key}`) : null; };
  const id = (field: ProposalField) => `proposal-${field}`;
  const coded = (list: string, codes: readonly string[]) => codes.map((code) => ({ value: code, label: t(`lists.${list}.${code}`) }));
  const choice = (field: 'intent' | 'modalities' | 'laterality' | 'feasibleAtOrigin', list: string, codes: readonly string[], chosen: readonly string[], several: boolean, set: (codes: readonly string[]) => void) => (
    <div className={formStyles.field} role="group" aria-labelledby={`${id(field)}-label`}>
      <span className={formStyles.label} id={`${id(field)}-label`}>{t(`meetings.composer.${field}`)}</span>
      <ChoiceField id={id(field)} name={id(field)} label={t(`meetings.composer.${field}`)} options={coded(list, codes)} chosen={chosen} several={several} invalid={error(field) !== null} describedBy={error(field) ? `${id(field)}-error` : undefined} onChange={set} />
      {error(field) && <span className={formStyles.error} id={`${id(field)}-error`}><StatusShape status="overdue" size={11} />{error(field)}</span>}
    </div>
  );
  const words = (field: 'proposal' | 'rationale' | 'offGuidelineReason' | 'conditions' | 'alternative', rows: number) => (
    <Textarea id={id(field)} label={t(`meetings.composer.${field}`)} autosize minRows={rows} dir="auto" value={typed[field]} error={error(field)} onChange={(event) => change({ [field]: event.currentTarget.value })} />
  );
  const readBack = () => { setTried((count) => count + 1); if (issuesOf(typed).length === 0) void line.flush().then(() => setReading(true)); };
  return (
    <Card title={t('meetings.composer.title')} actions={<ProposalNote line={line} />}>
      <BothTyped line={line} onSettled={line.settled} />
      <form noValidate className={styles.composer} onSubmit={(event) => { event.preventDefault(); readBack(); }}>
        <Summary issues={issues.map(({ field, key }) => ({ id: id(field), text: t(`meetings.composer.${key}`) }))} tried={tried} />
        <Options id={id('options')} options={typed.options} error={error('options')} onChange={(options) => change({ options })} />
        {choice('intent', 'intent', intents, typed.intent ? [typed.intent] : [], false, ([code]) => change({ intent: code ?? null }))}
        {choice('modalities', 'modality', modalities, typed.modalities, true, (codes) => change({ modalities: [...codes] }))}
        {choice('laterality', 'laterality', sides, typed.laterality ? [typed.laterality] : [], false, ([code]) => change({ laterality: code ?? null }))}
        {words('proposal', 3)}
        {words('rationale', 2)}
        <div className={styles.guideline}>
          <Checkbox checked={typed.offGuideline} onChange={(event) => change({ offGuideline: event.currentTarget.checked })} label={t('recommendations.offGuideline')} />
          {typed.offGuideline ? words('offGuidelineReason', 2) : (
            <div className={styles.pair}>
              <Autocomplete id={id('guidelineCode')} label={t('recommendations.guideline')} data={guidelines} value={typed.guidelineCode} error={error('guidelineCode')} dir="ltr" onChange={(guidelineCode) => change({ guidelineCode })} />
              <TextInput id={id('guidelineEdition')} label={t('meetings.composer.edition')} value={typed.guidelineEdition} error={error('guidelineEdition')} dir="auto" onChange={(event) => change({ guidelineEdition: event.currentTarget.value })} />
            </div>
          )}
        </div>
        <div className={styles.pair}>
          <Select id={id('responsibleId')} label={t('recommendations.responsible')} data={people} value={typed.responsibleId} searchable error={error('responsibleId')} onChange={(responsibleId) => change({ responsibleId })} />
          <div className={formStyles.field} role="group" aria-labelledby={`${id('dueDate')}-label`}>
            <span className={formStyles.label} id={`${id('dueDate')}-label`}>{t('meetings.composer.dueDate')}</span>
            <SharedDate id={id('dueDate')} value={typed.dueDate} invalid={error('dueDate') !== null} describedBy={error('dueDate') ? `${id('dueDate')}-error` : undefined} onChange={(dueDate) => change({ dueDate })} />
            {error('dueDate') && <span className={formStyles.error} id={`${id('dueDate')}-error`}><StatusShape status="overdue" size={11} />{error('dueDate')}</span>}
          </div>
        </div>
        {words('conditions', 2)}
        {choice('feasibleAtOrigin', 'feasible', feasible, typed.feasibleAtOrigin ? [typed.feasibleAtOrigin] : [], false, ([code]) => change({ feasibleAtOrigin: code ?? null }))}
        {words('alternative', 2)}
        {lacksAlternative(typed) && <p className="small" role="note"><StatusShape status="dueSoon" size={11} /> {t('meetings.composer.lacksAlternative')}</p>}
        <PendingResults id={id('pendingResults')} results={typed.pendingResults} people={people} error={error('pendingResults')} onChange={(pendingResults) => change({ pendingResults })} />
        <Select id={id('advisesTransferTo')} label={t('meetings.composer.advisesTransferTo')} placeholder={t('meetings.composer.noTransfer')} data={hospitals} value={typed.advisesTransferTo} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} onChange={(advisesTransferTo) => change({ advisesTransferTo })} />
        <Voices id={id('dissents')} kind="dissents" voices={typed.dissents} others={typed.abstentions} view={view} item={item} error={error('dissents')} onChange={(dissents) => change({ dissents })} />
        <Voices id={id('abstentions')} kind="abstentions" voices={typed.abstentions} others={typed.dissents} view={view} item={item} error={error('abstentions')} onChange={(abstentions) => change({ abstentions })} />
        <div className={styles.composerFoot}>
          {!item.quorum.met && <span className="small"><StatusShape status="blocked" size={11} /> <T k="meetings.composer.noQuorum" /></span>}
          {records ? <Button type="submit">{t('meetings.composer.readBack')}</Button> : <span className="quiet small">{t('meetings.composer.othersRecord')}</span>}
        </div>
      </form>
      {reading && <ReadBack view={view} item={item} typed={typed} people={people} hospitals={hospitals} onClose={() => setReading(false)} onRecorded={() => { forget(); setReading(false); onRecorded(); }} />}
    </Card>
  );
}

/** What is missing, at the top, with links; takes the focus after each try (case H31). */
function Summary({ issues, tried }: { issues: readonly { id: string; text: string }[]; tried: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (tried > 0) box.current?.focus(); }, [tried]);
  if (issues.length === 0) return null;
  return (
    <div ref={box} className={formStyles.summary} role="alert" tabIndex={-1} aria-labelledby="proposal-errors">
      <h2 id="proposal-errors"><T k="common.form.errorTitle" values={{ count: issues.length }} /></h2>
      <ul>{issues.map((issue) => <li key={issue.id}><a href={`#${issue.id}`} onClick={(event) => { event.preventDefault(); document.getElementById(issue.id)?.focus(); }}>{issue.text}</a></li>)}</ul>
    </div>
  );
}

export interface Named { value: string; label: string }

/** Who can be responsible: those who look after the case, then those of the meeting. */
function usePeople(view: MeetingViewDto, caseId: string): Named[] {
  const found = useCase(caseId).data;
  const refs = [found?.referrer, found?.originCaseManager, found?.hostCaseManager, ...view.attendance.map((one) => one.person), ...view.members.map((one) => one.person)].filter((person) => person != null);
  return [...new Map(refs.map((person) => [person.id, { value: person.id, label: person.name }])).values()];
}

/** Hospitals of the board that could receive the patient. */
function useHospitals(boardId: string, originId: string): Named[] {
  const board = useBoards().data?.items.find((each) => each.id === boardId);
  return board ? [board.host, ...board.partners].filter((hospital) => hospital.id !== originId).map(({ id, name }) => ({ value: id, label: name })) : [];
}
