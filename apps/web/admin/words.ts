import type { InstitutionDto, PostDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { dateWords } from '../kit/intl.js';

export const roles = ['referringClinician', 'caseManager', 'specialist', 'chair', 'scribe', 'transferCoordinator', 'departmentHead', 'admin', 'auditor'] as const satisfies readonly PostDto['role'][];
export const disciplines = ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology', 'gastroenterology', 'nursing', 'psychoOncology', 'rehabilitation', 'palliativeCare'] as const satisfies readonly NonNullable<PostDto['discipline']>[];
/** Posts that are of a field. */
export const ofField = (role: PostDto['role']): boolean => role === 'specialist' || role === 'departmentHead' || role === 'chair';

/** A hospital's name in the reader's language, else in English, else as there is one. */
export function useInstitutionName(): (institution: Pick<InstitutionDto, 'name' | 'code'>) => string {
  const lang = useLanguage();
  return ({ name, code }) => {
    const names: Record<string, unknown> = name;
    const found = names[lang] ?? names['en'] ?? Object.values(names)[0];
    return typeof found === 'string' ? found : code;
  };
}

/** The name of an ISO weekday. */
export function useWeekdayName(): (weekday: number) => string {
  const words = dateWords(useLanguage(), { weekday: 'long' });
  // 1 January 2024 was a Monday.
  return (weekday) => words(Date.UTC(2024, 0, weekday, 12));
}

/** A post in words. */
export function usePostOf(): (post: PostDto) => string {
  const t = useT();
  return ({ role, discipline, institution }) => `${t(`lists.role.${role}`)}${discipline ? `, ${t(`lists.discipline.${discipline}`)}` : ''} · ${institution.name}`;
}
