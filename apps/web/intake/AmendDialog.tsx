import { Button, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { caseQueries } from '../cases/reading.js';
import type { AmendReferralDto, ReferralViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { FormFields } from '../kit/form/FormFields.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Intake.module.css';
import { answersOf, patientFrom, said } from './patient-form.js';
import { usePatientForm } from './usePatientForm.js';

/** Mends who the patient is, what is asked and how urgent it is; every change is in the history. */
export function AmendDialog({ view, onClose }: { view: ReferralViewDto; onClose: () => void }) {
  const t = useT();
  const form = usePatientForm(answersOf(view.patient, view.question?.text ?? null));
  const [urgency, setUrgency] = useState(view.urgency);
  const command = useCommand<AmendReferralDto>({ path: `/api/cases/${view.caseId}/amend`, key: `amend:${view.caseId}`, invalidates: caseQueries });
  const send = async () => {
    if (!form.check()) return;
    const asked = said(form.answers['question']) ?? '';
    const done = await command.run({
      patient: { ...patientFrom(form.answers), ...(view.patient ? { id: view.patient.id } : {}) }, ...(asked === view.question?.text ? {} : { question: asked }), ...(urgency === view.urgency ? {} : { urgency }),
    });
    if (done !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={t('intake.amend')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate className={styles.dialog} onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Select label={t('cases.urgency')} allowDeselect={false} data={(['routine', 'urgent', 'emergency'] as const).map((code) => ({ value: code, label: t(`lists.urgency.${code}`) }))} value={urgency} onChange={(code) => setUrgency(code === 'emergency' || code === 'urgent' ? code : 'routine')} />
        <FormFields form={form} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={command.sending}>{t('common.save')}</Button></Group>
      </form>
    </Modal>
  );
}
