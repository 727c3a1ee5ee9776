import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows, mayOf } from '../cases/acts.js';
import { useItemWords } from '../cases/blocker-words.js';
import { caseQueries } from '../cases/reading.js';
import type { CompletenessItemDto, ReferralViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ConfirmWithReason, type ReasonGiven } from '../kit/ConfirmWithReason.js';
import { ProblemView } from '../kit/ProblemView.js';
import { missingOf } from './standing.js';
import styles from './Intake.module.css';

type Dialog = 'return' | 'override' | 'reject';
const overrideCodes = ['exceptionalUrgency', 'informationCannotBeHad', 'chairsDecision', 'otherWithText'];
const rejectReasons = ['notForThisBoard', 'duplicate', 'noConsent', 'other'];

/** The check of a submitted referral: accept what is complete, ask for what isn't, let it through with a reason, or turn it down. */
export function TriagePanel({ view, items }: { view: ReferralViewDto; items: readonly CompletenessItemDto[] }) {
  const t = useT();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const accept = useCommand<object>({ path: `/api/cases/${view.caseId}/accept`, key: `accept:${view.caseId}`, invalidates: caseQueries });
  const mayAccept = mayOf(view.may, 'acceptReferral');
  const theirs = ['acceptReferral', 'returnReferral', 'overrideIntake', 'rejectReferral'].some((action) => allows(view.may, action));
  if (!theirs || (view.status !== 'open' && view.status !== 'returned')) return null;
  const missing = missingOf(items).length;
  return (
    <Card title={t('intake.check')}>
      <div className={styles.triage}>
        <p>{missing === 0 ? t('intake.checkComplete') : t('intake.checkMissing', { count: missing })}</p>
        {mayAccept && !mayAccept.allowed && mayAccept.sentence && <p className="quiet small">{mayAccept.sentence}</p>}
        {accept.problem && <ProblemView problem={accept.problem} takeFocus onNext={accept.reset} />}
        <div className={styles.triageButtons}>
          {mayAccept?.allowed && <Button loading={accept.sending} onClick={() => void accept.run({})}>{t('intake.accept')}</Button>}
          {allows(view.may, 'returnReferral') && <Button variant={mayAccept?.allowed ? 'default' : 'filled'} onClick={() => setDialog('return')}>{t('intake.return')}</Button>}
          {allows(view.may, 'overrideIntake') && <Button variant="default" onClick={() => setDialog('override')}>{t('intake.override')}</Button>}
          {allows(view.may, 'rejectReferral') && <Button variant="default" onClick={() => setDialog('reject')}>{t('intake.reject')}</Button>}
        </div>
      </div>
      {dialog === 'return' && <ReturnDialog view={view} items={items} onClose={() => setDialog(null)} />}
      {dialog === 'override' && <ReasonDialog caseId={view.caseId} act="override" field="code" codes={overrideCodes} words="lists.overrideCode" onClose={() => setDialog(null)} />}
      {dialog === 'reject' && <ReasonDialog caseId={view.caseId} act="reject" field="because" codes={rejectReasons} words="lists.rejectReason" onClose={() => setDialog(null)} />}
    </Card>
  );
}

/** Which items are asked for: what is missing is chosen already. */
function ReturnDialog({ view, items, onClose }: { view: ReferralViewDto; items: readonly CompletenessItemDto[]; onClose: () => void }) {
  const t = useT();
  const words = useItemWords(view.form);
  const [asked, setAsked] = useState<readonly string[]>(() => missingOf(items).map((item) => item.id));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${view.caseId}/return`, key: `return:${view.caseId}`, invalidates: caseQueries });
  const send = async () => {
    setTried(true);
    if (asked.length > 0 && await command.run({ items: asked, ...(note.trim() === '' ? {} : { note: note.trim() }) }) !== undefined) onClose();
  };
  const sorted = [...items].sort((a, b) => Number(b.state === 'missing') - Number(a.state === 'missing'));
  return (
    <Modal opened onClose={onClose} title={t('intake.return')} size="lg" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form className={styles.dialog} onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{t('intake.returnWhat')}</p>
        <Checkbox.Group label={t('intake.items')} value={[...asked]} onChange={setAsked} error={tried && asked.length === 0 ? t('intake.itemsNeeded') : null}>
          <div className={styles.asked} tabIndex={0} role="group" aria-label={t('intake.items')}>
            {sorted.filter((item) => item.required || item.state === 'missing').map((item) => <Checkbox key={item.id} value={item.id} label={`${words(item.id)}${item.required ? '' : ` (${t('common.optional')})`}`} description={item.state === 'missing' ? undefined : t(`intake.itemState.${item.state}`)} />)}
            <Checkbox value="question" label={t('intake.question')} />
          </div>
        </Checkbox.Group>
        <Textarea dir="auto" label={t('intake.returnNote')} description={t('intake.returnNoteHint')} autosize minRows={3} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={command.sending}>{t('intake.return')}</Button></Group>
      </form>
    </Modal>
  );
}

interface ReasonProps { caseId: string; act: 'override' | 'reject'; field: 'code' | 'because'; codes: readonly string[]; words: string; onClose: () => void }

function ReasonDialog({ caseId, act, field, codes, words, onClose }: ReasonProps) {
  const t = useT();
  const command = useCommand<object>({ path: `/api/cases/${caseId}/${act}`, key: `${act}:${caseId}`, invalidates: caseQueries });
  const send = async ({ code, reason }: ReasonGiven) => {
    const said = reason === '' ? {} : act === 'override' ? { reason } : { note: reason };
    if (await command.run({ [field]: code, ...said }) !== undefined) onClose();
  };
  return <ConfirmWithReason opened onClose={onClose} onConfirm={(given) => void send(given)} title={t(`intake.${act}`)} what={t(`intake.${act}What`)} verb={t(`intake.${act}`)} danger={act === 'reject'} reasonOptional={act === 'reject'}
    codes={codes.map((code) => ({ value: code, label: t(`${words}.${code}`) }))} sending={command.sending} problem={command.problem} />;
}
