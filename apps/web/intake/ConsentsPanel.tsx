import { Button, Checkbox, FileInput, Group, Modal, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import { caseQueries } from '../cases/reading.js';
import type { ConsentDto, MayDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ConfirmWithReason, type ReasonGiven } from '../kit/ConfirmWithReason.js';
import { DayField } from '../kit/form/DayField.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Intake.module.css';
import { addDocument, documentLanguages, languageGuess, uploadFile } from './upload.js';
import { useLanguageName } from './Uploader.js';

const purposes = ['care', 'sharingAcrossBorders', 'registry', 'contactForResearch'] as const;
type Purpose = (typeof purposes)[number];

const consentsId = 'consents';

/** Leads to the first consent that can be recorded. */
export function toConsents(): void {
  const first = document.querySelector<HTMLElement>(`#${consentsId} button`);
  first?.scrollIntoView({ block: 'center' });
  first?.focus({ preventScroll: true });
}

interface Props { caseId: string; consents: readonly ConsentDto[]; crossBorder: boolean; may: readonly MayDto[] }

/** Each purpose apart: on record until when, withdrawn, or not asked. Care, and sharing where a border is crossed, stop the case without. */
export function ConsentsPanel({ caseId, consents, crossBorder, may }: Props) {
  const t = useT();
  const [record, setRecord] = useState<Purpose | null>(null);
  const [withdraw, setWithdraw] = useState<Purpose | null>(null);
  const needed = (purpose: Purpose) => purpose === 'care' || (purpose === 'sharingAcrossBorders' && crossBorder);
  return (
    <Card title={t('intake.consents')} flush>
      <ul id={consentsId}>
        {purposes.map((purpose) => {
          const consent = consents.find((each) => each.purpose === purpose);
          return (
            <li key={purpose} className={styles.consent}>
              <div className={styles.documentMain}>
                <div><T k={`lists.consentPurpose.${purpose}`} />{!needed(purpose) && <span className="quiet small"> · {t('common.optional')}</span>}</div>
                <div className="small quiet"><ConsentFacts consent={consent} /></div>
              </div>
              <StatusChip status={consent?.holds ? 'done' : consent ? 'blocked' : needed(purpose) ? 'dueSoon' : 'waiting'} wordKey={consent?.holds ? 'intake.onRecord' : consent?.withdrawnAt ? 'intake.consentWithdrawn' : consent ? 'intake.consentEnded' : 'common.notRecorded'} />
              {consent?.holds && allows(may, 'withdrawConsent') && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setWithdraw(purpose)} aria-label={`${t('intake.withdrawConsent')}: ${t(`lists.consentPurpose.${purpose}`)}`}>{t('intake.withdrawShort')}</Button>}
              {!consent?.holds && allows(may, 'recordConsent') && <Button size="compact-xs" variant="default" onClick={() => setRecord(purpose)} aria-label={`${t('intake.recordConsent')}: ${t(`lists.consentPurpose.${purpose}`)}`}>{t('intake.recordShort')}</Button>}
            </li>
          );
        })}
      </ul>
      {record && <RecordDialog key={record} caseId={caseId} purpose={record} onClose={() => setRecord(null)} />}
      {withdraw && <WithdrawDialog key={withdraw} caseId={caseId} purpose={withdraw} stops={needed(withdraw)} onClose={() => setWithdraw(null)} />}
    </Card>
  );
}

function ConsentFacts({ consent }: { consent: ConsentDto | undefined }) {
  const t = useT();
  if (!consent) return null;
  if (consent.withdrawnAt) return <IsoTime at={consent.withdrawnAt} show="day" />;
  return <><IsoTime at={consent.recordedAt} show="day" />{consent.until !== null && <>, {t('intake.until')} <IsoDate date={consent.until} /></>}{consent.byGuardian && <>, {t('intake.byGuardian')}</>}{consent.fileId === null && <>, {t('intake.noPaper')}</>}</>;
}

function RecordDialog({ caseId, purpose, onClose }: { caseId: string; purpose: Purpose; onClose: () => void }) {
  const t = useT();
  const [until, setUntil] = useState('');
  const [byGuardian, setByGuardian] = useState(false);
  const [paper, setPaper] = useState<{ file: File; language: string } | null>(null);
  const languageName = useLanguageName();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const ids = useRef({ file: crypto.randomUUID(), document: crypto.randomUUID() });
  const command = useCommand<object>({ path: `/api/cases/${caseId}/consents`, key: `consent:${caseId}:${purpose}`, invalidates: caseQueries });
  const send = async () => {
    setProblem(null);
    setSending(true);
    try {
      const stored = paper && await uploadFile(caseId, paper.file, ids.current.file);
      if (stored && !stored.twin) await addDocument(caseId, { fileId: stored.fileId, kind: 'consent', language: paper.language }, ids.current.document);
      if (await command.run({ purpose, until: until === '' ? null : until, fileId: stored?.fileId ?? null, byGuardian }) !== undefined) onClose();
    } catch (error) {
      ids.current = { file: crypto.randomUUID(), document: crypto.randomUUID() };
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  const shown = problem ?? command.problem;
  return (
    <Modal opened onClose={onClose} title={t('intake.recordConsent')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }} className={styles.dialog}>
        <p><strong><T k={`lists.consentPurpose.${purpose}`} /></strong>. {t(`intake.purposeWhat.${purpose}`)}</p>
        <FileInput label={t('intake.signedPaper')} description={t('intake.signedPaperHint')} value={paper?.file ?? null} onChange={(file) => setPaper(file && { file, language: languageGuess(file.name) })} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} placeholder={t('common.choose')} data-autofocus />
        {paper && <Select label={t('intake.documentLanguage')} data={documentLanguages.map((code) => ({ value: code, label: languageName(code) }))} value={paper.language} onChange={(language) => { if (language) setPaper({ ...paper, language }); }} allowDeselect={false} />}
        <DayField label={t('intake.consentUntil')} description={t('intake.consentUntilHint')} value={until} onChange={setUntil} />
        <Checkbox label={t('intake.signedByGuardian')} checked={byGuardian} onChange={(event) => setByGuardian(event.currentTarget.checked)} />
        {shown && <ProblemView problem={shown} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={sending || command.sending}>{t('intake.recordConsent')}</Button></Group>
      </form>
    </Modal>
  );
}

function WithdrawDialog({ caseId, purpose, stops, onClose }: { caseId: string; purpose: Purpose; stops: boolean; onClose: () => void }) {
  const t = useT();
  const command = useCommand<object>({ path: `/api/cases/${caseId}/consents/${purpose}/withdraw`, key: `withdraw-consent:${caseId}:${purpose}`, invalidates: caseQueries });
  const send = async ({ reason }: ReasonGiven) => { if (await command.run(reason === '' ? {} : { note: reason }) !== undefined) onClose(); };
  return <ConfirmWithReason opened onClose={onClose} onConfirm={(given) => void send(given)} title={t('intake.withdrawConsent')} what={<><strong><T k={`lists.consentPurpose.${purpose}`} /></strong>. {t(stops ? 'intake.withdrawStops' : 'intake.withdrawNoted')}</>}
    verb={t('intake.withdrawConsent')} danger reasonOptional sending={command.sending} problem={command.problem} />;
}
