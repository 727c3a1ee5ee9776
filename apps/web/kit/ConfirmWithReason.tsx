import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../api/problem.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from './ProblemView.js';

export interface ReasonGiven { code: string | null; reason: string }

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Called once; the dialog stays until the caller closes it, so that a refusal is read where it happened. */
  onConfirm: (given: ReasonGiven) => void;
  title: string;
  /** What will be so afterwards, and that it can't be taken back. */
  what: React.ReactNode;
  /** The verb on the button. */
  verb: string;
  danger?: boolean;
  /** Coded reasons to choose from: codes and their words. */
  codes?: readonly { value: string; label: string }[];
  /** What the codes are, where they aren't reasons. */
  codesLabel?: string;
  /** What the words are, where they aren't a reason. */
  wordsLabel?: string;
  /** The text may stay empty, e.g. because the code says enough. */
  reasonOptional?: boolean;
  /** No words are asked for: a code or a date says it all. */
  wordless?: boolean;
  sending?: boolean;
  problem?: Problem | null;
  /** More that is asked, above the reason in words: a date, whom. */
  children?: React.ReactNode;
}

/** Asked only for what can't be taken back, with the reason asked there. */
export function ConfirmWithReason(props: Props) {
  const { opened, onClose, onConfirm, title, what, verb, danger, codes, codesLabel, wordsLabel, reasonOptional, wordless, sending, problem, children } = props;
  const t = useT();
  const [reason, setReason] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const noReason = !reasonOptional && !wordless && reason.trim() === '';
  const noCode = codes !== undefined && code === null;
  const confirm = () => { setTried(true); if (!noReason && !noCode) onConfirm({ code, reason: reason.trim() }); };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); confirm(); }} style={{ display: 'grid', gap: 12 }}>
        <div>{what}</div>
        {codes && <Select label={codesLabel ?? t('common.reason')} data={[...codes]} value={code} onChange={setCode} error={tried && noCode ? t('common.reasonNeeded') : null} required withAsterisk={false} />}
        {children}
        {!wordless && <Textarea dir="auto" label={wordsLabel ?? (codes ? t('common.more') : t('common.reason'))} autosize minRows={3} value={reason} onChange={(event) => setReason(event.currentTarget.value)}
          required={!reasonOptional} withAsterisk={false} error={tried && noReason ? t(codes ? 'common.wordsNeeded' : 'common.reasonNeeded') : null} data-autofocus={codes ? undefined : true} />}
        {problem && <ProblemView problem={problem} takeFocus onNext={confirm} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={sending} color={danger ? 'red.8' : undefined}>{verb}</Button>
        </Group>
      </form>
    </Modal>
  );
}
