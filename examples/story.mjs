#!/usr/bin/env node
/**
 * The story case over HTTP, from a referral in Astana to the patient's arrival in Shanghai, as everybody in turn.
 *
 *   npm start                  in one window
 *   node examples/story.mjs    in another; CONSILIUM_PUBLIC_URL where it isn't http://localhost:3000
 *
 * Between the steps nobody moves the case: the process does, and the example waits for it.
 */
import { answersTo, pdf } from './answers.mjs';
import { Person } from './browser.mjs';

const base = process.env.CONSILIUM_PUBLIC_URL || `http://localhost:${process.env.CONSILIUM_PORT || 3000}`;
const people = new Map();
/** Everybody signs in when first needed; `fresh` for signing, where a sign-in may be ten minutes old at most. */
async function as(subject) {
  if (!people.has(subject)) people.set(subject, await new Person(base).signIn(subject));
  return people.get(subject);
}
const say = (text) => console.log(text);
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const omarov = await as('omarov');
const wu = await as('wu');
const li = await as('li');

/** Waits until the case is as it should be: the process works beside us. */
async function until(what, is, patience = 60_000) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const view = await wu.get(`/api/cases/${caseId}`);
    if (is(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`waited in vain until ${what}`);
}
const open = (view, kind) => view.tasks.filter((task) => task.kind === kind && task.closedAt === null);
const stage = (view, name) => view.stages.find((each) => each.stage === name).status;

// 1. The referral: who, what, the data set, documents, consent
const choices = await omarov.get('/api/referrals/choices');
const board = choices.boards.find(({ tumorTypes }) => tumorTypes.some(({ code }) => code === 'boneSarcoma'));
const origin = choices.origins.find(({ code }) => code === 'astana');
const { ids } = await omarov.post('/api/referrals', {
  boardId: board.board.id, tumorType: 'boneSarcoma', urgency: 'urgent', originInstitutionId: origin.id, referrerId: omarov.me.id,
  question: 'Pelvic tumour of 17 cm, growing within weeks. Is resection with limb salvage possible, and what should come before it?',
  patient: { names: [{ script: 'Cyrl', family: 'Үлгіева', given: 'Аружан', patronymic: null, notKnownBecause: null }, { script: 'Latn', family: 'Ulgieva', given: 'Aruzhan', patronymic: null, notKnownBecause: null }], born: '2008-04-05', sex: 'female', identifier: null, identifierKind: null, allergies: { state: 'none' }, guardian: null },
});
const { caseId, number } = ids;
say(`Dr Omarov opens ${number} in Astana`);
const referral = await omarov.get(`/api/cases/${caseId}/referral`);
await omarov.put(`/api/cases/${caseId}/referral/draft`, { draftId: referral.draft.draftId, seenVersion: 0, answers: answersTo(referral.form, { laterality: 'left' }) });
await omarov.post(`/api/cases/${caseId}/answer-data-set`, { draftId: referral.draft.draftId });
for (const kind of ['referralLetter', 'pathologyReport', 'imagingReport']) {
  const file = await omarov.upload(`/api/cases/${caseId}/files`, pdf(`${kind} ${number}`), `${kind}.pdf`);
  await omarov.post(`/api/cases/${caseId}/documents`, { fileId: file.fileId, kind, language: 'ru' });
}
const paper = await omarov.upload(`/api/cases/${caseId}/files`, pdf(`consent ${number}`), 'Согласие.pdf');
for (const purpose of ['care', 'sharingAcrossBorders']) await omarov.post(`/api/cases/${caseId}/consents`, { purpose, until: null, fileId: paper.fileId, byGuardian: false });
await omarov.post(`/api/cases/${caseId}/submit`);
say('  with data set, documents and consent, and submits it');

// 2. Intake
await wu.post(`/api/cases/${caseId}/accept`);
say('Wu Na in Shanghai accepts the referral');

// 3. Reviews, side by side
async function review(subject, kind, known, discordance = null) {
  const person = await as(subject);
  const [task] = open(await until(`${kind} is on offer`, (view) => open(view, kind).length > 0), kind);
  await person.post(`/api/cases/${caseId}/tasks/${task.id}/claim`, { seenVersion: task.version });
  const { form, draft } = await person.get(`/api/cases/${caseId}/reviews/${task.id}`);
  const { version } = await person.put(`/api/cases/${caseId}/reviews/${task.id}/draft`, { draftId: draft.draftId, seenVersion: draft.version, answers: answersTo(form, known) });
  await person.post(`/api/cases/${caseId}/reviews/${task.id}/sign`, { draftId: draft.draftId, seenDraftVersion: version, discordance });
  say(`${person.me.name} signs: ${kind}`);
}
await review('wang', 'imagingReview', { laterality: 'left' });
await review('chen', 'pathologyReview', { laterality: 'left', malignant: 'malignant' });
await review('zhou', 'secondPathologyReview', { laterality: 'left', malignant: 'malignant' }, 'none');

// 4. The board: today, beside its weekly series
await until('the case is in discussion', (view) => stage(view, 'discussion') === 'active' && view.meeting?.listed === true);
const planned = await wu.post('/api/meetings', { boardId: board.board.id, startsAt: new Date(Date.now() + 3_600_000).toISOString(), zone: 'Asia/Shanghai', minutes: 60, place: 'Room 3 and video' });
const meetingId = planned.streamId;
await wu.post(`/api/cases/${caseId}/list-for-meeting`, { meetingId });
await li.post(`/api/meetings/${meetingId}/open`, { chairId: li.me.id });
for (const [subject, discipline] of [['li', 'surgery'], ['zhao', 'medicalOncology'], ['sun', 'radiationOncology'], ['chen', 'pathology'], ['wang', 'radiology'], ['omarov', 'surgery']]) {
  const { me, posts } = await as(subject);
  const { institutionId } = posts.find((post) => post.discipline === discipline);
  await li.post(`/api/meetings/${meetingId}/attendance`, { personId: me.id, discipline, institutionId, how: subject === 'omarov' ? 'byVideo' : 'present' });
}
const { agenda } = await li.get(`/api/meetings/${meetingId}`);
say(`The board meets; quorum: ${agenda.find((item) => item.case.id === caseId).quorum.met ? 'met' : 'not met'}`);
const shanghai = li.posts[0].institutionId;
await li.post(`/api/cases/${caseId}/outcomes/recommendation`, {
  meetingId, intent: 'curative', modalities: ['systemicTherapy', 'surgery'], laterality: 'left', guideline: { code: 'ESMO-EURACAN-bone-sarcoma', edition: '2021' }, responsibleId: li.me.id, dueDate: inDays(30), advisesTransferTo: shanghai,
  proposal: 'Two cycles of chemotherapy, then resection of zones I and II with limb salvage.', rationale: 'No distant spread; vessels free on the newest scan.', conditions: 'New MRI after the second cycle.',
  dissents: [{ personId: (await as('sun')).me.id, reason: 'Radiotherapy should be planned now, for margins that will be close.' }], abstentions: [],
});
say('Dr Li records the recommendation, with one dissent by name');
await li.post(`/api/meetings/${meetingId}/close`);

// 5. Signatures, letter, acknowledgement, the patient
const directory = (await wu.get('/api/people?limit=200')).items;
const subjectOf = (id) => directory.find((person) => person.id === id).email.split('@')[0];
for (;;) {
  const view = await until('signatures are asked for or given', (each) => open(each, 'sign').length > 0 || each.outcomes.some(({ signaturesComplete }) => signaturesComplete));
  const [task] = open(view, 'sign');
  if (!task) break;
  const outcome = view.outcomes.find(({ id }) => id === view.currentOutcomeId);
  const signer = await as(subjectOf(task.owner.id));
  await signer.post(`/api/cases/${caseId}/outcomes/${outcome.id}/sign`, { seenTextHash: outcome.textHash });
  say(`${signer.me.name} signs the recommendation`);
}
const told = await until('the letter is sent', (view) => view.outcomes.some(({ letterSentAt }) => letterSentAt !== null));
const outcome = told.outcomes.find(({ id }) => id === told.currentOutcomeId);
const letter = await omarov.go(`${base}${outcome.letters.find(({ language }) => language === 'ru').href}`);
say(`The signed letter: ${(await letter.arrayBuffer()).byteLength} bytes of PDF, in Russian`);
await omarov.post(`/api/cases/${caseId}/outcomes/${outcome.id}/acknowledge`);
await omarov.post(`/api/cases/${caseId}/outcomes/${outcome.id}/patient-decision`, { decision: 'accepted' });
say('Dr Omarov acknowledges; the patient accepts');

// 6. The transfer: both hospitals' checklist
const [dina, xu] = [await as('dina'), await as('xu')];
await until('the transfer has begun', (view) => view.transfer !== null);
/** Each side does the lines that are open now: the invitation letter is asked for after acceptance. */
const complete = async () => {
  const { items } = await xu.get(`/api/cases/${caseId}/transfer`);
  for (const line of items.filter(({ task }) => task.closedAt === null)) {
    const side = line.side === 'sending' ? dina : xu;
    await side.post(`/api/cases/${caseId}/transfer/items/${line.task.id}/complete`, { expiresOn: line.expires ? inDays(line.code === 'passport' ? 400 : line.code === 'fitnessToFly' ? 13 : 90) : null, fileId: null });
  }
};
await complete();
await dina.post(`/api/cases/${caseId}/transfer/send`);
await xu.post(`/api/cases/${caseId}/transfer/progress`, { to: 'delivered' });
await xu.post(`/api/cases/${caseId}/transfer/progress`, { to: 'opened' });
await xu.post(`/api/cases/${caseId}/transfer/accept`, { acceptingClinicianId: li.me.id, plannedFor: inDays(7) });
say('Shanghai accepts the patient');
await complete();
await dina.post(`/api/cases/${caseId}/transfer/departure`, { on: inDays(0) });
await xu.post(`/api/cases/${caseId}/transfer/arrival`, { condition: 'asExpected', discrepancies: [] });
await xu.post(`/api/cases/${caseId}/transfer/take-over`);
const end = await until('the transfer is done', (view) => stage(view, 'transfer') === 'done');
say(`${number}: arrived in Shanghai and taken over. Next: "carried out?" on ${end.followUps.map(({ dueAt }) => dueAt.slice(0, 10)).join(', ')}`);

// 7. Who did what
const history = await wu.get(`/api/cases/${caseId}/history?limit=200`);
say(`${history.total} events; the newest: ${history.entries.slice(0, 3).map(({ type, actor, process }) => `${type} by ${actor?.name ?? process}`).join('; ')}`);
