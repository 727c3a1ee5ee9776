import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LetterMoves } from '#activities';
import type { CliConfig } from '#config';
import { boneSarcomaBoard, breastBoard, generalBoard, upperGiBoard, type BoardDefinition } from '#domain';
import { FolderFileStore, MasterKeys } from '#files';
import { TypstLetterRenderer } from '#integrations';
import type { DataSource } from 'typeorm';
import { withDoor } from '../connect.js';
import { boards, cast, hospitalId, hospitals, personId, postsOf, type HospitalCode } from './cast.js';
import { Days } from './days.js';
import { patients } from './patients.js';
import { comingSittings, hold, pastSittings, plan, type Room, type Sitting } from './sittings.js';
import { closedCase, deferredCase, dissentCase, followUpCase, refusedTransferCase, standardCase, transferCase, type Board } from './stories-decided.js';
import { extraordinaryCase } from './stories-extraordinary.js';
import { breastCase, stomachCase } from './stories-other-boards.js';
import { discordantCase, emergencyCase, heldCase, overdueCase, returnedCase, slidesCase, storyCase, type Stage } from './stories-reviews.js';
import { World } from './world.js';

const boneRoom: Room = { chair: 'li', scribe: 'huang', present: [['li', 'surgery'], ['zhao', 'medicalOncology'], ['sun', 'radiationOncology'], ['chen', 'pathology'], ['wang', 'radiology'], ['omarov', 'surgery'], ['akhmetov', 'radiology']] };
const generalRoom: Room = { chair: 'zhao', scribe: 'huang', present: [['zhao', 'medicalOncology'], ['li', 'surgery'], ['sun', 'radiationOncology'], ['zhou', 'pathology'], ['gao', 'radiology'], ['asanov', 'medicalOncology'], ['levi', 'medicalOncology'], ['omarov', 'surgery']] };

/** Fills an empty installation with the demo, once. One that was cut off is finished by the next run: ids and times are the same. */
export function seedDemo(config: CliConfig): Promise<string> {
  return withDoor(config, async (source) => {
    const [row] = await source.query<{ demo: boolean }[]>('select demo from installation');
    writePeople(config.home);
    if (row?.demo === true) return 'The demo is there already.';
    const days = new Days(await madeAt(source, config.home));
    const world = await worldOf(config, source, days);
    await people(world);
    await away(world, days);
    await stories(world, days);
    await wake(source);
    return `The demo is there: ${Object.keys(hospitals).length} hospitals, ${cast.length} people, ${Object.keys(patients).length} cases.`;
  });
}

/** The moment the demo is told from: kept, so that a second run tells the same. */
async function madeAt(source: DataSource, home: string): Promise<string> {
  mkdirSync(home, { recursive: true });
  const file = join(home, 'demo-made-at');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const [row] = await source.query<{ now: string }[]>(`select date_trunc('milliseconds', clock_timestamp()) as now`);
  if (row === undefined) throw new Error('The database tells no time');
  writeFileSync(file, row.now);
  return row.now;
}

async function worldOf(config: CliConfig, source: DataSource, days: Days): Promise<World> {
  const files = await FolderFileStore.at(config.filesDir, new MasterKeys(config.filesMasterKey));
  const renderer = new TypstLetterRenderer();
  return new World({ source, files, start: days.ago(45, '05:00'), letters: (door, caseId, round) => new LetterMoves(door, source, renderer, files).make(caseId, round) });
}

export async function people(world: World): Promise<void> {
  for (const code of Object.keys(hospitals) as HospitalCode[]) await world.put('operator', { type: 'setUpInstitution', streamId: hospitalId(code), data: hospitals[code] });
  for (const person of cast) {
    const { subject, name, original, title, at, phone, language = 'en' } = person;
    await world.put('operator', {
      type: 'addPerson', streamId: personId(subject), data: { subject, posts: postsOf(person), language, zone: hospitals[at].zone },
      rows: { person: { id: personId(subject), name, nameOriginal: original, email: `${subject}@demo.consilium.localhost`, phone, title } },
    });
  }
  for (const { subject, substitute } of cast) {
    if (substitute !== undefined) await world.put('operator', { type: 'nameSubstitute', streamId: personId(subject), data: { substituteId: personId(substitute) } });
  }
  for (const definition of [boneBoard, general, breast, upperGi]) await world.put('operator', { type: 'publishBoard', streamId: definition.id, data: { definition } });
}

/**
 * The nurse is away this week, with somebody named in her place: it shows beside her name and in the coming sittings. The radiologist was for a
 * morning, when a reading was given to her: her substitute did it, as the case on hold tells.
 */
async function away(world: World, days: Days): Promise<void> {
  await world.put('operator', { type: 'planLeave', streamId: personId('lin'), data: { leave: [{ from: days.date(-1), to: days.date(3) }] } });
  await world.put('operator', { type: 'planLeave', streamId: personId('wang'), data: { leave: [{ from: days.ago(13, '04:00'), to: days.ago(13, '05:45') }] } });
}

export const boneBoard: BoardDefinition = boneSarcomaBoard({
  id: boards.boneSarcoma, hostInstitutionId: hospitalId('shanghai'), partnerInstitutionIds: [hospitalId('astana')],
  series: { weekday: 4, localTime: '14:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Demonstration room 2 and video' },
});
const general: BoardDefinition = generalBoard({
  id: boards.general, hostInstitutionId: hospitalId('shanghai'), partnerInstitutionIds: [hospitalId('astana'), hospitalId('bishkek'), hospitalId('telaviv')],
  series: { weekday: 2, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Demonstration room 1 and video' },
});

const breast: BoardDefinition = breastBoard({
  id: boards.breast, hostInstitutionId: hospitalId('shanghai'), partnerInstitutionIds: [hospitalId('bishkek')],
  series: { weekday: 3, localTime: '13:30', zone: 'Asia/Shanghai', minutes: 60, place: 'Demonstration room 1 and video', rhythm: { every: 'twoWeeks', from: '2026-01-07' }, onHostHoliday: 'nextWorkingDay' },
});
const upperGi: BoardDefinition = upperGiBoard({
  id: boards.upperGi, hostInstitutionId: hospitalId('shanghai'), partnerInstitutionIds: [hospitalId('telaviv'), hospitalId('astana')],
  series: { weekday: 5, localTime: '16:00', zone: 'Asia/Shanghai', minutes: 60, place: 'Demonstration room 2 and video', rhythm: { every: 'month', nth: 1 }, onHostHoliday: 'skip' },
});

async function stories(world: World, days: Days): Promise<void> {
  const stage: Stage = { world, days, boneSarcoma: boneBoard, general };
  const bone = await sat(world, days, boneBoard, boneRoom);
  const other = await sat(world, days, general, generalRoom);
  await world.timeline.run([
    ...[bone, other].flatMap(({ room, sittings }) => sittings.map((sitting) => () => hold(world, days, sitting, room))),
    storyCase(stage), returnedCase(stage), emergencyCase(stage), slidesCase(stage), overdueCase(stage), discordantCase(stage), heldCase(stage),
    deferredCase(stage, bone), dissentCase(stage, bone), transferCase(stage, bone), refusedTransferCase(stage, other), followUpCase(stage, other), closedCase(stage, other), standardCase(stage, other),
    breastCase(stage, breast), stomachCase(stage, upperGi), extraordinaryCase(stage),
  ], days.made);
  await guest(world, bone.coming);
}

/** An expert of another hospital is asked to the bone board's next but one sitting, for that one alone. */
async function guest(world: World, coming: readonly Sitting[]): Promise<void> {
  const sitting = coming[1];
  if (sitting !== undefined) await world.put('wu', { type: 'inviteToMeeting', streamId: sitting.id, data: { personId: personId('levi'), as: 'expert' } });
}

/** The last four sittings and the next six exist. */
async function sat(world: World, days: Days, board: BoardDefinition, room: Room): Promise<Board & { readonly coming: readonly Sitting[] }> {
  const [first, second, third, fourth] = pastSittings(board, days, 4);
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('A series has four past sittings');
  for (const sitting of [first, second, third, fourth]) await plan(world, board, sitting);
  const coming: Sitting[] = [];
  for (const sitting of comingSittings(board, days)) if (await plan(world, board, sitting)) coming.push(sitting);
  return { room, sittings: [first, second, third, fourth], coming };
}

/** From now on the running product keeps time: every process is told how things stand, and no old mail goes out. */
async function wake(source: DataSource): Promise<void> {
  await source.query(`update notification set mail_state = 'notWanted', read_at = case when created_at < (select max(created_at) from notification) - interval '2 days' then created_at end where mail_state = 'pending'`);
  await source.query(`update delivery set sent_seq = 0, changed_at = clock_timestamp() - interval '2 seconds'`);
  // Leave was planned before there was a deadline that it could move.
  await source.query('update replanning set total = 0, done_at = clock_timestamp() where done_at is null');
  await source.query('update installation set demo = true');
}

function writePeople(home: string): void {
  mkdirSync(home, { recursive: true });
  const rows = cast.map(({ subject, name, title, at, posts }) => ({ subject, name, email: `${subject}@demo.consilium.localhost`, title, institution: hospitals[at].name.en, role: posts[0]?.[0] ?? 'specialist' }));
  writeFileSync(join(home, 'people.json'), JSON.stringify(rows, null, 2));
}
