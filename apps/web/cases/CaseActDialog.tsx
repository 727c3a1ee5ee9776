import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason, type ReasonGiven } from '../kit/ConfirmWithReason.js';
import { DayField } from '../kit/form/DayField.js';
import { useToday } from '../kit/zone.js';
import { caseActs, type CaseAct, type CaseActName } from './acts.js';
import { GuidelineFields } from './GuidelineFields.js';
import { caseQueries } from './reading.js';

interface Props { caseId: string; act: CaseActName; onClose: () => void }

const inTwoWeeks = (from: string): string => new Date(Date.parse(`${from}T12:00:00Z`) + 14 * 86_400_000).toISOString().slice(0, 10);

/** Asks for the reason of an act on the case and sends it; a refusal is read in the dialog. */
export function CaseActDialog({ caseId, act, onClose }: Props) {
  const t = useT();
  const { path, codes, needsWords, date, danger, words, guideline }: CaseAct = caseActs[act];
  const today = useToday();
  const [day, setDay] = useState(date?.past ? today : inTwoWeeks(today));
  const [standard, setStandard] = useState({ code: '', edition: '' });
  const named = guideline === true && standard.code.trim() !== '' && standard.edition.trim() !== '' ? { guideline: { code: standard.code.trim(), edition: standard.edition.trim() } } : {};
  const command = useCommand<object>({ path: `/api/cases/${caseId}/${path}`, key: `${act}:${caseId}`, invalidates: caseQueries });
  const send = async ({ code, reason }: ReasonGiven) => {
    const done = await command.run({ ...(code === null ? {} : { because: code }), ...(date ? { [date.field]: day } : {}), ...named, ...(reason === '' || words === null ? {} : { [words]: reason }) });
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmWithReason opened onClose={onClose} onConfirm={(given) => void send(given)} title={t(`cases.acts.${act}.title`)} what={t(`cases.acts.${act}.what`)} verb={t(`cases.acts.${act}.verb`)} danger={danger}
      codes={codes?.of.map((code) => ({ value: code, label: t(`${codes.words}.${code}`) }))} wordsLabel={guideline ? t('cases.standardWords') : undefined} reasonOptional={!needsWords} wordless={words === null} sending={command.sending} problem={command.problem}>
      {guideline && <GuidelineFields caseId={caseId} value={standard} onChange={setStandard} />}
      {date && <DayField label={t(date.label)} value={day} {...(date.past ? { max: today } : { min: today })} onChange={setDay} />}
    </ConfirmWithReason>
  );
}
