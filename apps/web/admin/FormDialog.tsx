import { Button, Group, Modal } from '@mantine/core';
import type { Problem } from '../api/problem.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Admin.module.css';

interface Props { title: string; verb: string; onClose: () => void; onSubmit: () => void; sending: boolean; problem: Problem | null; children: React.ReactNode }

/** A form in a dialog: it stays with all that was typed until it was done. */
export function FormDialog({ title, verb, onClose, onSubmit, sending, problem, children }: Props) {
  const t = useT();
  return (
    <Modal opened onClose={onClose} title={title} size={640} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate className={styles.form} onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
        {children}
        {problem && <ProblemView problem={problem} takeFocus onNext={onSubmit} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={sending}>{verb}</Button>
        </Group>
      </form>
    </Modal>
  );
}
