import { Select } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import type { CaseViewDto, OutcomeDto, PersonRefDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { DayField } from '../kit/form/DayField.js';
import { OtherTransfers } from '../transfers/OtherTransfers.js';
import { outcomeQueries } from './reading.js';

const reasons = ['sideEffects', 'fearOfTreatment', 'distance', 'cost', 'familyDecision', 'prefersOtherTreatment', 'wantsSecondOpinion', 'needsTime', 'noReasonGiven'] as const;
const places = ['clinic', 'ward', 'home', 'video', 'phone'] as const;

interface Props { caseId: string; outcome: OutcomeDto; referrer: PersonRefDto | null; others: CaseViewDto['otherTransfers']; onClose: () => void }

/** What the patient decided, why, and who explained it where on which day. Recorded on the referring clinician's behalf where another does it. */
export function PatientDecision({ caseId, outcome, referrer, others, onClose }: Props) {
  const t = useT();
  const me = useSession().person;
  const [because, setBecause] = useState<string | null>(null);
  const [by, setBy] = useState<string | null>(referrer?.id ?? me.id);
  const [where, setWhere] = useState<string | null>(null);
  const [on, setOn] = useState('');
  const decide = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/patient-decision`, key: `patient-decision:${outcome.id}`, invalidates: outcomeQueries });
  const people = [referrer, me, outcome.responsible].flatMap((person) => (person ? [person] : [])).filter((person, i, all) => all.findIndex(({ id }) => id === person.id) === i);
  const send = async (code: string | null, reason: string) => {
    const explained = by !== null && where !== null && on !== '' ? { explained: { by, where, on } } : {};
    const done = await decide.run({ decision: code, because: code === 'accepted' ? null : because, ...explained, ...(reason === '' ? {} : { reason }), ...(referrer && referrer.id !== me.id ? { onBehalfOf: referrer.id } : {}) });
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmWithReason opened onClose={onClose} title={t('recommendations.decisionTitle')} what={<>{t('recommendations.decisionWhat')}<OtherTransfers transfers={others} /></>} verb={t('recommendations.record')} reasonOptional sending={decide.sending} problem={decide.problem}
      codes={(['accepted', 'declined', 'undecided'] as const).map((code) => ({ value: code, label: t(`lists.patientDecision.${code}`) }))} codesLabel={t('recommendations.decision')} onConfirm={({ code, reason }) => void send(code, reason)}>
      <Select label={t('recommendations.decisionBecause')} description={t('recommendations.decisionBecauseWhat')} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} data={reasons.map((code) => ({ value: code, label: t(`lists.patientDecisionReason.${code}`) }))} value={because} onChange={setBecause} />
      <Select label={t('recommendations.explainer')} data={people.map((person) => ({ value: person.id, label: person.name }))} value={by} onChange={setBy} />
      <Select label={t('recommendations.explainedWhere')} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} data={places.map((code) => ({ value: code, label: t(`lists.explainedPlace.${code}`) }))} value={where} onChange={setWhere} />
      <DayField label={t('recommendations.explainedOn')} value={on} onChange={setOn} />
    </ConfirmWithReason>
  );
}
