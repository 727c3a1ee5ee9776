import { useT } from '../i18n/useT.js';
import formStyles from '../kit/form/Form.module.css';
import { StatusShape } from '../kit/StatusShape.js';

export const grades = ['none', 'minor', 'major', 'benignToMalignant', 'malignantToBenign', 'uncertain'] as const;
export type Grade = (typeof grades)[number];
export const isGrade = (code: string | null): code is Grade => grades.some((grade) => grade === code);

interface Props { grade: Grade | null; onChange: (grade: Grade) => void; missing: boolean }

/** How the second reading compares with the first: part of what is signed. */
export function GradeField({ grade, onChange, missing }: Props) {
  const t = useT();
  return (
    <div className={formStyles.section} role="group" aria-labelledby="grade-label" aria-describedby={missing ? 'grade-error' : undefined}>
      <h2 id="grade-label" className={formStyles.sectionTitle}>{t('reviews.discordanceTitle')}</h2>
      <div className={formStyles.choices}>
        {grades.map((code, i) => (
          <label key={code} className={formStyles.choice}>
            <input type="radio" name="discordance" id={i === 0 ? 'grade' : undefined} checked={grade === code} onChange={() => onChange(code)} /><span>{t(`lists.discordanceGrade.${code}`)}</span>
          </label>
        ))}
      </div>
      <span className={formStyles.hint}>{t('reviews.discordanceHint')}</span>
      {missing && <span className={formStyles.error} id="grade-error"><StatusShape status="overdue" size={11} />{t('reviews.gradeMissing')}</span>}
    </div>
  );
}
