import { derivedId } from '#door';
import type { Discipline, Post, Role } from '#domain';

/** Ids of the demo are the same in every installation, so that examples and tests can name them. */
export const seedId = (...parts: readonly string[]): string => derivedId('demo', ...parts);

export interface Hospital { readonly code: string; readonly name: Readonly<Record<string, string>>; readonly zone: string; readonly country: string; readonly calendarId: string }
export const hospitals = {
  shanghai: { code: 'shanghai', name: { en: 'Demo Orthopaedic Oncology Centre, Shanghai', zh: '示例骨肿瘤中心（上海）', ru: 'Демо-центр костной онкологии, Шанхай', he: 'מרכז הדגמה לאונקולוגיה אורתופדית, שנגחאי' }, zone: 'Asia/Shanghai', country: 'CN', calendarId: 'shanghai' },
  astana: { code: 'astana', name: { en: 'Demo National Oncology Centre, Astana', kk: 'Ұлттық онкология орталығы (үлгі), Астана', ru: 'Демо Национальный онкоцентр, Астана', he: 'מרכז הדגמה לאומי לאונקולוגיה, אסטנה' }, zone: 'Asia/Almaty', country: 'KZ', calendarId: 'astana' },
  bishkek: { code: 'bishkek', name: { en: 'Demo Republican Hospital, Bishkek', ky: 'Республикалык оорукана (үлгү), Бишкек', ru: 'Демо Республиканская больница, Бишкек', he: 'בית חולים רפובליקני להדגמה, בישקק' }, zone: 'Asia/Bishkek', country: 'KG', calendarId: 'bishkek' },
  telaviv: { code: 'telaviv', name: { en: 'Demo Medical Centre, Tel Aviv', he: 'מרכז רפואי להדגמה, תל אביב', ru: 'Демо медицинский центр, Тель-Авив' }, zone: 'Asia/Jerusalem', country: 'IL', calendarId: 'tel-aviv' },
} satisfies Record<string, Hospital>;
export type HospitalCode = keyof typeof hospitals;
export const hospitalId = (code: HospitalCode): string => seedId('institution', code);

export interface CastMember {
  readonly subject: string; readonly name: string; readonly original: string | null; readonly title: string; readonly at: HospitalCode; readonly phone: string;
  readonly posts: readonly (readonly [Role, Discipline?])[]; readonly language?: string; readonly substitute?: string;
}
const one = (subject: string, name: string, original: string | null, title: string, at: HospitalCode, posts: CastMember['posts'], more: Partial<CastMember> = {}): CastMember =>
  ({ subject, name, original, title, at, posts, phone: `+00 000 ${String(1000 + subject.length * 37 + subject.charCodeAt(0))}`, ...more });

/** About 25 people over every role; nobody exists. The first of each role is who a newcomer should try. */
export const cast: readonly CastMember[] = [
  one('li', 'Dr Li Wei', '李伟', 'Orthopaedic oncologist, chair of the bone sarcoma board', 'shanghai', [['chair', 'surgery'], ['specialist', 'surgery']], { substitute: 'zhao' }),
  one('chen', 'Dr Chen Yu', '陈宇', 'Pathologist', 'shanghai', [['specialist', 'pathology']], { substitute: 'zhou' }),
  one('wu', 'Wu Na', '吴娜', 'Case manager', 'shanghai', [['caseManager']]),
  one('aliya', 'Aliya Sadykova', 'Әлия Садықова', 'Case manager', 'astana', [['caseManager']], { language: 'en' }),
  one('omarov', 'Dr Nurlan Omarov', 'Нұрлан Омаров', 'Referring surgeon', 'astana', [['referringClinician'], ['specialist', 'surgery']]),
  one('wang', 'Dr Wang Min', '王敏', 'Radiologist', 'shanghai', [['specialist', 'radiology']], { substitute: 'gao' }),
  one('xu', 'Xu Ling', '徐玲', 'Transfer coordinator', 'shanghai', [['transferCoordinator']]),
  one('gao', 'Dr Gao Feng', '高峰', 'Head of radiology', 'shanghai', [['departmentHead', 'radiology'], ['specialist', 'radiology']]),
  one('ma', 'Ma Li', '马丽', 'Hospital administrator', 'shanghai', [['admin']]),
  one('he', 'He Jun', '何军', 'Auditor', 'shanghai', [['auditor']]),
  one('huang', 'Huang Jie', '黄洁', 'Scribe of the board', 'shanghai', [['scribe']]),
  one('zhou', 'Dr Zhou Fang', '周芳', 'Head of pathology', 'shanghai', [['departmentHead', 'pathology'], ['specialist', 'pathology']]),
  one('zhao', 'Dr Zhao Lei', '赵磊', 'Medical oncologist, chair of the general board', 'shanghai', [['specialist', 'medicalOncology'], ['chair', 'medicalOncology']]),
  one('sun', 'Dr Sun Jia', '孙佳', 'Radiation oncologist', 'shanghai', [['specialist', 'radiationOncology']]),
  one('fang', 'Dr Fang Rui', '方睿', 'Gastroenterologist', 'shanghai', [['specialist', 'gastroenterology']]),
  one('lin', 'Lin Tao', '林涛', 'Oncology nurse', 'shanghai', [['specialist', 'nursing']], { substitute: 'sun' }),
  one('zhumabekova', 'Dr Aigul Zhumabekova', 'Айгүл Жұмабекова', 'Pathologist', 'astana', [['specialist', 'pathology']]),
  one('akhmetov', 'Dr Yerzhan Akhmetov', 'Ержан Ахметов', 'Radiologist', 'astana', [['specialist', 'radiology']]),
  one('kim', 'Dr Svetlana Kim', 'Светлана Ким', 'Medical oncologist', 'astana', [['specialist', 'medicalOncology']]),
  one('dina', 'Dina Bekova', 'Дина Бекова', 'Transfer coordinator', 'astana', [['transferCoordinator']]),
  one('serik', 'Serik Nurgaliyev', 'Серік Нұрғалиев', 'Hospital administrator', 'astana', [['admin'], ['auditor']]),
  one('asanov', 'Dr Azamat Asanov', 'Азамат Асанов', 'Referring oncologist', 'bishkek', [['referringClinician'], ['specialist', 'medicalOncology']]),
  one('gulnara', 'Gulnara Isakova', 'Гүлнара Исакова', 'Case manager', 'bishkek', [['caseManager'], ['transferCoordinator']]),
  one('talant', 'Talant Sydykov', 'Талант Сыдыков', 'Hospital administrator', 'bishkek', [['admin']]),
  one('levi', 'Dr Noa Levi', 'ד״ר נועה לוי', 'Referring oncologist', 'telaviv', [['referringClinician'], ['specialist', 'medicalOncology']], { language: 'he' }),
  one('yael', 'Yael Cohen', 'יעל כהן', 'Case manager', 'telaviv', [['caseManager'], ['transferCoordinator']], { language: 'he' }),
  one('mizrahi', 'Amir Mizrahi', 'אמיר מזרחי', 'Hospital administrator', 'telaviv', [['admin']], { language: 'he' }),
];
export type Subject = (typeof cast)[number]['subject'];
export const personId = (subject: Subject): string => seedId('person', subject);

export const postsOf = ({ at, posts }: CastMember): readonly Post[] => posts.map(([role, discipline]) => ({ institutionId: hospitalId(at), role, discipline: discipline ?? null }));
export const member = (subject: Subject): CastMember => {
  const found = cast.find((person) => person.subject === subject);
  if (found === undefined) throw new Error(`Nobody called ${subject} is in the cast`);
  return found;
};

export const boards = { boneSarcoma: seedId('board', 'bone-sarcoma'), general: seedId('board', 'general'), breast: seedId('board', 'breast'), upperGi: seedId('board', 'upper-gi') } as const;
