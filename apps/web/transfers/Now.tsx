import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { TransferDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import { AcceptDialog } from './AcceptDialog.js';
import { ArrivalDialog } from './ArrivalDialog.js';
import { DepartureDialog } from './DepartureDialog.js';
import { CloseDialog } from './CloseDialog.js';
import { canDo, openLines } from './possible.js';
import { currentAttempt } from './way.js';
import { transferQueries } from './reading.js';
import styles from './Now.module.css';
import { WaitsFor } from './WaitsFor.js';

type Dialog = 'accept' | 'refuse' | 'departure' | 'arrival' | 'takeOver' | 'end';

/** What comes next in a sentence, who does it, and its buttons; what stands in the way is named line by line. */
export function Now({ transfer }: { transfer: TransferDto }) {
  const t = useT();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const send = useCommand<object>({ path: `/api/cases/${transfer.caseId}/transfer/send`, key: `send:${transfer.id}`, invalidates: transferQueries });
  useOpening(transfer);
  const may = (action: string) => canDo(transfer, action);
  const close = () => setDialog(null);
  const again = transfer.status === 'refused';
  return (
    <section className={styles.now} aria-label={t('transfers.nextStep')}>
      <div className={styles.words}>
        <Sentence transfer={transfer} />
        {(transfer.status === 'preparing' || again) && <Waits transfer={transfer} action="sendTransfer" lead="transfers.sendWaits" />}
        {transfer.status === 'accepted' && <Waits transfer={transfer} action="recordDeparture" lead="transfers.departureWaits" />}
        {send.problem && <ProblemView problem={send.problem} takeFocus onNext={send.reset} />}
      </div>
      <Group gap="xs" className={styles.buttons}>
        {may('sendTransfer') && <Button loading={send.sending} onClick={() => void send.run({})}>{t(again ? 'transfers.sendAgain' : 'transfers.send')}</Button>}
        {may('acceptTransfer') && <Button onClick={() => setDialog('accept')}>{t('transfers.accept')}</Button>}
        {may('recordDeparture') && <Button onClick={() => setDialog('departure')}>{t('transfers.recordDeparture')}</Button>}
        {may('recordArrival') && <Button onClick={() => setDialog('arrival')}>{t('transfers.confirmArrival')}</Button>}
        {may('takeOver') && <Button onClick={() => setDialog('takeOver')}>{t('transfers.takeOver')}</Button>}
        {may('refuseTransfer') && <Button variant="default" onClick={() => setDialog('refuse')}>{t('transfers.refuse')}</Button>}
        {may('endTransfer') && <Button variant="subtle" color="gray" onClick={() => setDialog('end')}>{t('transfers.end')}</Button>}
      </Group>
      {dialog === 'accept' && <AcceptDialog transfer={transfer} onClose={close} />}
      {dialog === 'departure' && <DepartureDialog transfer={transfer} onClose={close} />}
      {dialog === 'arrival' && <ArrivalDialog transfer={transfer} onClose={close} />}
      {(dialog === 'refuse' || dialog === 'end' || dialog === 'takeOver') && <CloseDialog transfer={transfer} act={dialog} onClose={close} />}
    </section>
  );
}

/** The receiving hospital has opened the request when one of its people, who may answer it, sees this page. */
function useOpening(transfer: TransferDto): void {
  const open = useCommand<object>({ path: `/api/cases/${transfer.caseId}/transfer/progress`, key: `opened:${transfer.id}:${transfer.history.length}`, invalidates: transferQueries });
  const asked = useRef('');
  const waiting = (transfer.status === 'sent' || transfer.status === 'delivered') && canDo(transfer, 'progressTransfer') && canDo(transfer, 'acceptTransfer');
  useEffect(() => {
    const attempt = `${transfer.id}:${transfer.history.length}`;
    if (!waiting || asked.current === attempt) return;
    asked.current = attempt;
    void open.run({ to: 'opened' });
  }, [waiting, transfer.id, transfer.history.length]);
}

function Waits({ transfer, action, lead }: { transfer: TransferDto; action: string; lead: string }) {
  const lines = openLines(transfer, action);
  return lines && <WaitsFor lines={lines} lead={lead} />;
}

function Sentence({ transfer }: { transfer: TransferDto }) {
  const { status, from, to } = transfer;
  const t = useT();
  const last = currentAttempt(transfer.history).at(-1);
  const shape = status === 'refused' ? 'overdue' : status === 'takenOver' ? 'done' : status === 'ended' ? 'blocked' : 'onTime';
  const cause = status === 'refused' ? t(`transfers.refuseReason.${last?.reason ?? 'other'}`) : status === 'ended' ? t(`transfers.endCause.${transfer.endedBecause ?? 'declined'}`) : '';
  return <p className={styles.sentence}><StatusShape status={shape} size={13} /><T k={`transfers.sentence.${status}`} values={{ from: from.name, to: to.name, cause }} /></p>;
}
