import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';
import type { MeetingState, Outcome, OutcomeKind } from '#domain';

/** A sitting of a board; `meeting` is its whole state. */
@Entity('meeting_row')
export class MeetingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('text', 'number')) number!: string;
  @Column(column('uuid', 'board_id')) boardId!: string;
  @Column(column('uuid', 'host_institution_id')) hostInstitutionId!: string;
  @Column(instantColumn('starts_at')) startsAt!: string;
  @Column(column('text', 'zone')) zone!: string;
  @Column(column('int', 'minutes')) minutes!: number;
  @Column(column('text', 'place')) place!: string;
  @Column(column('text', 'status')) status!: MeetingState['status'];
  @Column(instantColumn('freeze_at')) freezeAt!: string;
  @Column(instantColumn('cut_at')) cutAt!: string;
  @Column(column('jsonb', 'meeting')) meeting!: MeetingState;
  @Column(column('int', 'version')) version!: number;
  @Column(column('bigint', 'seq')) seq!: number;
}

/** A case on a meeting's agenda, now or then; `result` says how it ended there. */
@Entity('agenda_row')
export class AgendaRow {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string;
  @Column(instantColumn('listed_at')) listedAt!: string;
  @Column(maybe('uuid', 'outcome_id')) outcomeId!: string | null;
  /** null while it is to be heard; else an outcome kind, or `delisted`. */
  @Column(maybe('text', 'result')) result!: OutcomeKind | 'delisted' | null;
}

/** What a board decided about a case; words by id in `outcome.texts`. */
@Entity('outcome_row')
export class OutcomeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('uuid', 'case_id')) caseId!: string;
  @Column(column('int', 'round')) round!: number;
  @Column(column('uuid', 'meeting_id')) meetingId!: string;
  @Column(column('text', 'kind')) kind!: OutcomeKind;
  @Column(instantColumn('at')) at!: string;
  @Column(column('jsonb', 'outcome')) outcome!: Outcome;
  @Column(maybe('uuid', 'superseded_by')) supersededBy!: string | null;
}
