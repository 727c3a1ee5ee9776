import { listed, me, outcomeOf, recommendation, sitting, words } from '../cases/reach.fixture.js';
import type { CaseCommandData } from '../cases/commands.js';
import type { World, Texts } from '../cases/world.fixture.js';
import { openTasks } from '../tasks/task.js';

const put = (world: World, over: Partial<CaseCommandData['recordRecommendation']> = {}, texts: Texts = words, by = 'wang') => world.put('recordRecommendation', recommendation(world, over), me(world, by), texts);

describe('a recommendation', () => {
  it('is refused outside an open sitting, and to who doesn\'t run it', () => {
    const world = listed();
    expect(put(world)).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    const open = sitting();
    expect(put(open, {}, words, 'sun')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(put(open, { meetingId: 'meeting-9' })).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(put(open, {}, words, 'lin')).toBeNull();
  });

  it('names the missing disciplines and sides when there is no quorum, also by a conflict of interest', () => {
    const world = sitting();
    world.put('declareConflict', { personId: 'zhao' }, me(world, 'zhao'));
    expect(put(world)).toMatchObject({ code: 'MEETING.QUORUM_NOT_MET', facts: { missing: ['radiationOncology'], present: 4, required: 5 } });
    for (const personId of ['serik', 'marat']) world.meet('endAttendance', 'meeting-1', { personId }, me(world, 'wang'));
    world.now = new Date(Date.parse(world.now) + 1).toISOString();
    expect(put(world)).toMatchObject({ facts: { missingSides: ['astana'] } });
  });

  it('is not recorded under a chair in conflict of interest', () => {
    const world = sitting();
    world.put('declareConflict', { personId: 'wang' }, me(world, 'wang'));
    expect(put(world)).toMatchObject({ code: 'MEETING.CHAIR_IN_CONFLICT' });
    world.meet('handOnChair', 'meeting-1', { chairId: 'sun' }, me(world, 'wang'));
    expect(put(world, {}, words, 'sun')).toBeNull();
    expect(outcomeOf(world)).toMatchObject({ chairId: 'sun' });
    expect(outcomeOf(world)?.participants.some(({ personId }) => personId === 'wang')).toBe(false);
  });

  it.each([
    ['a proposal', {}, { rationale: 'r' }, { code: 'TEXT.NEEDED', field: 'proposal' }],
    ['a rationale', {}, { proposal: 'p' }, { code: 'TEXT.NEEDED', field: 'rationale' }],
    ['why it leaves the guidelines', { guideline: 'offGuideline' }, words, { code: 'TEXT.NEEDED', field: 'offGuidelineReason' }],
    ['a modality', { modalities: [] }, words, { code: 'RECOMMENDATION.MODALITY_NEEDED' }],
    ['somebody responsible', { responsibleId: 'nobody' }, words, { code: 'RECOMMENDATION.RESPONSIBLE_UNKNOWN' }],
    ['a date that is not past', { dueDate: '2026-11-01' }, words, { code: 'RECOMMENDATION.DUE_IN_THE_PAST' }],
    ['a hospital of the board to go to', { advisesTransferTo: 'astana' }, words, { code: 'RECOMMENDATION.TRANSFER_TARGET_UNKNOWN' }],
    ['the side', { laterality: null }, words, { code: 'RECOMMENDATION.SIDE_NEEDED' }],
    ['the same side as everywhere else', { laterality: 'right' }, words, { code: 'RECOMMENDATION.SIDE_DIFFERS', facts: { chosen: 'right', differs: ['intake:left', 'pathology:left', 'imaging:left', 'secondPathology:left'] } }],
    ['the words of a dissent', { dissents: ['li'] }, words, { code: 'TEXT.NEEDED', field: 'dissent:li' }],
    ['the words of an abstention', { abstentions: ['li'] }, words, { code: 'TEXT.NEEDED', field: 'abstention:li' }],
    ['dissenters who are there', { dissents: ['tang'] }, { ...words, 'dissent:tang': 'no' }, { code: 'RECOMMENDATION.VOICE_NOT_PRESENT', field: 'dissents' }],
    ['the name of each option', { optionsWeighed: 2 }, { ...words, 'option:1': 'resection' }, { code: 'TEXT.NEEDED', field: 'option:2' }],
    ['what a pending result would change', { pendingResults: [{ ownerId: 'xu', dueDate: '2026-12-01' }] }, { ...words, 'pending:1': 'MRI' }, { code: 'TEXT.NEEDED', field: 'pendingChanges:1' }],
    ['somebody who brings it', { pendingResults: [{ ownerId: 'nobody', dueDate: '2026-12-01' }] }, { ...words, 'pending:1': 'MRI', 'pendingChanges:1': 'the margin' }, { code: 'RECOMMENDATION.RESPONSIBLE_UNKNOWN', field: 'pendingResults' }],
    ['a day for it that is not past', { pendingResults: [{ ownerId: 'xu', dueDate: '2026-01-01' }] }, { ...words, 'pending:1': 'MRI', 'pendingChanges:1': 'the margin' }, { code: 'RECOMMENDATION.DUE_IN_THE_PAST', field: 'pendingResults' }],
    ['one voice a person', { dissents: ['li'], abstentions: ['li'] }, { ...words, 'dissent:li': 'no', 'abstention:li': 'no' }, { code: 'RECOMMENDATION.VOICE_TWICE' }],
  ] as const)('needs %s', (_what, over, texts, expected) => {
    expect(put(sitting(), over, texts)).toMatchObject(expected);
  });

  it('is not recorded while a major discordance is open', () => {
    const world = sitting();
    const task = { ...openTasks(world.theCase.tasks)[0], id: 'd', kind: 'resolveDiscordance' as const };
    world.state = { ...world.theCase, tasks: { ...world.theCase.tasks, d: task } };
    expect(put(world)).toMatchObject({ code: 'RECOMMENDATION.DISCORDANCE_OPEN' });
  });

  it('keeps what was weighed, what is awaited, and whether it can be done at home', () => {
    const world = sitting();
    const said = { ...words, 'option:1': 'resection', 'optionFor:1': 'margins', 'option:2': 'waiting', 'pending:1': 'MRI', 'pendingChanges:1': 'the level of the cut' };
    expect(put(world, { optionsWeighed: 2, feasibleAtOrigin: 'no', pendingResults: [{ ownerId: 'xu', dueDate: '2026-12-01' }] }, said)).toBeNull();
    expect(outcomeOf(world)).toMatchObject({ optionsWeighed: 2, feasibleAtOrigin: 'no', pendingResults: [{ ownerId: 'xu', dueDate: '2026-12-01' }] });
    expect(Object.keys(outcomeOf(world)?.texts ?? {}).sort()).toEqual(['option:1', 'option:2', 'optionFor:1', 'pending:1', 'pendingChanges:1', 'proposal', 'rationale']);
  });

  it('keeps who took part, every text by id and a hash over the words', () => {
    const world = sitting();
    put(world, { dissents: ['li'] }, { ...words, 'dissent:li': 'other regimen', conditions: 'if fit' });
    const outcome = outcomeOf(world);
    expect(Object.keys(outcome?.texts ?? {}).sort()).toEqual(['conditions', 'dissent:li', 'proposal', 'rationale']);
    expect(outcome?.participants).toHaveLength(9);
    const other = sitting();
    put(other, { dissents: ['li'] }, { ...words, 'dissent:li': 'another word', conditions: 'if fit' });
    expect(outcomeOf(other)?.textHash).not.toBe(outcome?.textHash);
    expect(openTasks(world.theCase.tasks)).toEqual([]);
  });
});

describe('another outcome', () => {
  it('is the chair\'s, without quorum, and leaves the case to be closed', () => {
    const world = sitting();
    for (const personId of ['li', 'zhao', 'xu']) world.meet('endAttendance', 'meeting-1', { personId }, me(world, 'wang'));
    expect(world.put('recordOtherOutcome', { meetingId: 'meeting-1', kind: 'coveredByStandard', againBy: null }, me(world, 'lin'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('recordOtherOutcome', { meetingId: 'meeting-1', kind: 'referredToOtherBoard', againBy: null }, me(world, 'wang'))).toBeNull();
    world.settle();
    expect(openTasks(world.theCase.tasks).map((task) => task.kind)).toEqual(['closeCase']);
    expect(world.theCase.stages).toMatchObject({ discussion: { status: 'done' }, recommendation: { status: 'skipped' }, followUp: { status: 'skipped' } });
  });
  it('asks for a sitting by the date it names', () => {
    const world = sitting();
    const again = (againBy: string | null) => world.put('recordOtherOutcome', { meetingId: 'meeting-1', kind: 'discussAgainByDate', againBy }, me(world, 'wang'));
    expect(again(null)).toMatchObject({ code: 'DISCUSSION.DATE_NEEDED' });
    expect(again('2026-11-01')).toMatchObject({ code: 'DISCUSSION.DATE_NEEDED' });
    expect(again('2027-01-15')).toBeNull();
    world.settle();
    expect(world.theCase).toMatchObject({ round: 2, listed: null, stages: { discussion: { status: 'active', round: 2 } } });
    expect(openTasks(world.theCase.tasks)).toMatchObject([{ kind: 'scheduleMeeting', deadline: { dueAt: '2027-01-15T04:00:00.000Z' } }]);
  });
});
