import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';
import type { Discipline, DiscordanceGrade, FormAnswers, Opinion } from '#domain';

/** A signed opinion: which form version was signed, by whom. The answers stand in `form_version`. */
@Entity('opinion_row')
export class OpinionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('uuid', 'case_id')) caseId!: string;
  @Column(column('uuid', 'task_id')) taskId!: string;
  @Column(column('text', 'kind')) kind!: Opinion['kind'];
  @Column(column('int', 'round')) round!: number;
  @Column(column('int', 'version')) version!: number;
  @Column(column('uuid', 'draft_id')) draftId!: string;
  @Column(column('int', 'form_version')) formVersion!: number;
  @Column(column('text', 'hash')) hash!: string;
  @Column(column('uuid', 'signed_by')) signedBy!: string;
  @Column(column('text', 'discipline')) discipline!: Discipline;
  @Column(column('uuid', 'institution_id')) institutionId!: string;
  @Column(instantColumn('signed_at')) signedAt!: string;
  @Column(maybe('text', 'discordance')) discordance!: DiscordanceGrade | null;
  @Column(column('jsonb', 'codes')) codes!: Readonly<Record<string, string>>;
  /** The opinion that took its place. */
  @Column(maybe('uuid', 'replaced_by')) replacedBy!: string | null;
}

/** A version of a form as it was saved; the newest of a draft is what the screen opens. */
@Entity('form_version')
export class FormVersionRow {
  @PrimaryColumn('uuid', { name: 'draft_id' }) draftId!: string;
  @PrimaryColumn('int') version!: number;
  @Column(maybe('uuid', 'case_id')) caseId!: string | null;
  @Column(column('text', 'form_id')) formId!: string;
  /** Version of the form's definition. */
  @Column(column('int', 'form_version')) formVersion!: number;
  @Column(column('jsonb', 'answers')) answers!: FormAnswers;
  @Column(column('text', 'hash')) hash!: string;
  @Column(column('uuid', 'author')) author!: string;
  @Column(instantColumn('at')) at!: string;
  @Column(maybe('uuid', 'task_id')) taskId!: string | null;
}
