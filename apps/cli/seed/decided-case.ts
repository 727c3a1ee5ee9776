import { isOpen, type CaseCommandData, type LetterLanguage, type Outcome } from '#domain';
import { cast, hospitalId, personId, type HospitalCode, type Subject } from './cast.js';
import { CaseScript } from './case-script.js';
import type { Days } from './days.js';
import type { Room, Sitting } from './sittings.js';

export interface Advice {
  readonly intent: CaseCommandData['recordRecommendation']['intent']; readonly modalities: CaseCommandData['recordRecommendation']['modalities'];
  readonly proposal: string; readonly rationale: string; readonly conditions?: string; readonly transferTo?: HospitalCode; readonly responsible: Subject; readonly dissent?: readonly [Subject, string];
}
const subjectOf = (id: string): Subject => {
  const found = cast.find(({ subject }) => personId(subject) === id);
  if (found === undefined) throw new Error('Nobody of the cast');
  return found.subject;
};

/** A case that the board has heard, told on. */
export class DecidedCase extends CaseScript {
  /** Referred, reviewed and on the agenda of a sitting. */
  async prepared(days: Days, sitting: Sitting): Promise<void> {
    await this.accepted(days.before(sitting.startsAt, 12, '05:10'), days.before(sitting.startsAt, 11, '06:00'));
    await this.at(days.before(sitting.startsAt, 9, '05:30'));
    await this.review('wang', 'imagingReview', { site: this.site, comment: this.setting.findings?.['spread'] ?? 'No distant spread seen.' });
    await this.at(days.before(sitting.startsAt, 8, '06:20'));
    await this.review('chen', 'pathologyReview', { site: this.site });
    if (!Object.values((await this.state()).tasks).some((task) => task.kind === 'secondPathologyReview')) return;
    await this.at(days.before(sitting.startsAt, 6, '07:00'));
    await this.review('zhou', 'secondPathologyReview', { site: this.site, agrees: 'agrees' }, 'none');
  }

  async advised(days: Days, sitting: Sitting, room: Room, minute: number, advice: Advice): Promise<void> {
    await this.at(days.after(sitting.startsAt, minute - 8));
    await this.world.put(room.scribe, { type: 'takeUpCase', streamId: sitting.id, data: { caseId: this.id } }, this.setting.key);
    await this.at(days.after(sitting.startsAt, minute));
    const side = this.setting.referral['laterality'];
    const dissent = advice.dissent === undefined ? {} : { [`dissent:${personId(advice.dissent[0])}`]: advice.dissent[1] };
    await this.put(room.chair, 'recordRecommendation', {
      meetingId: sitting.id, intent: advice.intent, modalities: advice.modalities, laterality: typeof side === 'string' ? side : null, guideline: { code: 'ESMO-EURACAN-bone-sarcoma', edition: '2021' },
      responsibleId: personId(advice.responsible), dueDate: days.date(30), advisesTransferTo: advice.transferTo === undefined ? null : hospitalId(advice.transferTo),
      dissents: advice.dissent === undefined ? [] : [personId(advice.dissent[0])], abstentions: [],
    }, { key: 'recommendation', texts: { proposal: advice.proposal, rationale: advice.rationale, ...(advice.conditions === undefined ? {} : { conditions: advice.conditions }), ...dissent } });
  }

  async outcome(): Promise<Outcome> {
    const state = await this.state();
    const outcome = state.currentOutcomeId === null ? undefined : state.outcomes[state.currentOutcomeId];
    if (outcome === undefined) throw new Error(`Case ${this.setting.key} has no outcome`);
    return outcome;
  }

  /** Everybody who is asked signs, except those named. */
  async signed(except: readonly Subject[] = []): Promise<void> {
    for (const { id, ownerId } of Object.values((await this.state()).tasks).filter((task) => task.kind === 'sign')) {
      // one signature covers every capacity that a person was present in, so a later task may be done by now
      const task = (await this.state()).tasks[id];
      const by = ownerId === null ? null : subjectOf(ownerId);
      if (by === null || except.includes(by) || task === undefined || !isOpen(task)) continue;
      const { id: outcomeId, textHash: seenTextHash } = await this.outcome();
      await this.put(by, 'signRecommendation', { outcomeId, seenTextHash }, { key: by });
    }
  }

  /** Who may read the case asks for its letter in another language, or for the patient's. */
  async letter(by: Subject, language: LetterLanguage, plain = false): Promise<void> {
    await this.put(by, 'askForLetter', { outcomeId: (await this.outcome()).id, language, plain });
  }

  async acknowledged(): Promise<void> {
    await this.put(this.setting.referrer, 'acknowledgeRecommendation', { outcomeId: (await this.outcome()).id });
  }

  async patientDecides(decision: 'accepted' | 'declined'): Promise<void> {
    await this.put(this.setting.referrer, 'recordPatientDecision', { outcomeId: (await this.outcome()).id, decision });
  }

  /** Lines of the transfer's checklist are done by their side, with the last day of what lapses. */
  async items(by: Subject, codes: Readonly<Record<string, string | null>>): Promise<void> {
    for (const [item, expiresOn] of Object.entries(codes)) {
      const task = await this.task('transferItem', { item });
      await this.put(by, 'completeTransferItem', { taskId: task.id, expiresOn, fileId: null });
    }
  }

  private get site(): string {
    const { tumorSite } = this.setting.referral;
    return typeof tumorSite === 'string' ? tumorSite : 'See referral';
  }
}
