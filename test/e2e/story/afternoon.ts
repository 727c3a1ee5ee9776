import type { Instant } from '#domain';
import { FolderFileStore, MasterKeys } from '#files';
import { doorDataSource } from '#persistence';
import { CaseScript, type CaseSetting } from '../../../apps/cli/seed/case-script.js';
import { boneBoard } from '../../../apps/cli/seed/demo.js';
import { World } from '../../../apps/cli/seed/world.js';
import type { Installation } from '../installation.js';

/** What a case of the afternoon is about: the tumor, its side, and the question that Astana asks. */
interface Heard { readonly family: string; readonly given: string; readonly born: string; readonly sex: 'female' | 'male'; readonly site: string; readonly side: string; readonly diagnosis: string; readonly question: string }

const heard: readonly Heard[] = [
  { family: 'Үлгібаева', given: 'Ақмарал', born: '2003-02-11', sex: 'female', site: 'Proximal tibia, right', side: 'right', diagnosis: 'Osteosarcoma', question: 'Resection after three cycles: now, or after a fourth?' },
  { family: 'Тестов', given: 'Игорь', born: '1987-10-02', sex: 'male', site: 'Distal femur, left', side: 'left', diagnosis: 'Osteosarcoma', question: 'Limb salvage with the popliteal artery abutted?' },
  { family: 'Примерова', given: 'Алия', born: '1999', sex: 'female', site: 'Proximal humerus, left', side: 'left', diagnosis: 'Chondrosarcoma', question: 'Curettage or wide resection?' },
  { family: 'Сынақов', given: 'Бауыржан', born: '2010-06-23', sex: 'male', site: 'Fibula, right', side: 'right', diagnosis: 'Ewing sarcoma', question: 'Surgery, radiotherapy, or both for local control?' },
  { family: 'Образцова', given: 'Вера', born: '1959-12-30', sex: 'female', site: 'Scapula, right', side: 'right', diagnosis: 'Chondrosarcoma', question: 'Is observation defensible at this age?' },
  { family: 'Пробный', given: 'Семён', born: '1994-04', sex: 'male', site: 'Ilium, zone I, left', side: 'left', diagnosis: 'Ewing sarcoma', question: 'Extent of resection after a good response?' },
  { family: 'Тестбаева', given: 'Гүлім', born: '2001-08-08', sex: 'female', site: 'Distal radius, left', side: 'left', diagnosis: 'Giant cell tumour of bone', question: 'Denosumab before resection?' },
  { family: 'Үлгібек', given: 'Нұрсұлтан', born: '1978-01-19', sex: 'male', site: 'Sacrum, S3 to S5', side: 'midline', diagnosis: 'Chordoma', question: 'Protons, or resection that costs bladder function?' },
  { family: 'Мисалова', given: 'Айсулу', born: '2008-03-03', sex: 'female', site: 'Distal femur, right', side: 'right', diagnosis: 'Osteosarcoma', question: 'Expandable prosthesis or rotationplasty?' },
  { family: 'Экземпляров', given: 'Лев', born: '1966-11-11', sex: 'male', site: 'Acetabulum, left', side: 'left', diagnosis: 'Chondrosarcoma', question: 'Second recurrence: is another resection worth it?' },
  { family: 'Қуаныш', given: 'Ғабит', born: '1990-05-27', sex: 'male', site: 'Calcaneus, right', side: 'right', diagnosis: 'Osteosarcoma', question: 'Amputation below the knee, or is the heel to be saved?' },
  { family: 'Ұлан', given: 'Һадиша', born: '2006-09-14', sex: 'female', site: 'Proximal femur, left', side: 'left', diagnosis: 'Ewing sarcoma', question: 'Pathological fracture on treatment: what now?' },
];

/** Each afternoon has patients of its own, so that it can be played again in a product that is left running. */
const settingOf = (made: Instant) => ({ family, given, born, sex, site, side, diagnosis, question }: Heard, at: number): CaseSetting => ({
  key: `seat-${made}-${at + 1}`, board: boneBoard, tumorType: 'boneSarcoma', urgency: at === 11 ? 'urgent' : 'routine', origin: 'astana', referrer: 'omarov', question,
  patient: { names: [{ script: 'Cyrl', family, given, patronymic: null, notKnownBecause: null }], born, sex, identifier: `${Date.parse(made) % 10 ** 9}`.padStart(9, '0') + String(at + 1).padStart(3, '0') },
  referral: { tumorSite: site, laterality: side }, findings: { diagnosis, whoClass: diagnosis, tumorType: diagnosis },
});

/** Referred, read twice under the microscope and once on the images: ready for the board, which its process then lists by itself. */
async function prepare(world: World, setting: CaseSetting): Promise<void> {
  const script = new CaseScript(world, setting);
  await script.accepted(world.now, world.now);
  const site = setting.referral['tumorSite'] ?? '';
  await script.review('wang', 'imagingReview', { site });
  await script.review('chen', 'pathologyReview', { site });
  if (!Object.values((await script.state()).tasks).some(({ kind }) => kind === 'secondPathologyReview')) return;
  await script.review('zhou', 'secondPathologyReview', { site, agrees: 'agrees' }, 'none');
}

/** Twelve cases for one sitting, of this minute: the running product keeps their time meanwhile. Through its door; answers their human numbers in the order of the list above. */
export async function prepareAfternoon(product: Installation): Promise<readonly { readonly caseId: string; readonly number: string }[]> {
  const source = await doorDataSource(product.setting('CONSILIUM_DATABASE_DOOR_URL'), { size: 4 }).initialize();
  try {
    const made = new Date().toISOString();
    const files = await FolderFileStore.at(product.setting('CONSILIUM_FILES_DIR'), new MasterKeys(Buffer.from(product.setting('CONSILIUM_FILES_MASTER_KEY'), 'base64')));
    const world = new World({ source, files, start: made, letters: () => { throw new Error('The running product makes the letters'); } });
    const settings = heard.map(settingOf(made));
    await world.timeline.run(settings.map((setting) => () => prepare(world, setting)), made);
    return await Promise.all(settings.map(async (setting) => {
      const { id, number } = await new CaseScript(world, setting).state();
      return { caseId: id, number };
    }));
  } finally {
    await source.destroy();
  }
}
