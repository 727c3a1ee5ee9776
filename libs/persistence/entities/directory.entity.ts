import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';
import type { BoardDefinition, Discipline, DisciplineSubstitute, NotificationSettings, Role } from '#domain';

@Entity('institution')
export class InstitutionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('text', 'code')) code!: string;
  /** By language. */
  @Column(column('jsonb', 'name')) name!: Readonly<Record<string, string>>;
  @Column(column('text', 'zone')) zone!: string;
  @Column(column('text', 'country')) country!: string;
  @Column(column('text', 'calendar_id')) calendarId!: string;
}

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id!: string;
  /** The identity provider's name for the person. */
  @Column(column('text', 'subject')) subject!: string;
  @Column(column('text', 'name')) name!: string;
  @Column(maybe('text', 'name_original')) nameOriginal!: string | null;
  @Column(column('text', 'email')) email!: string;
  @Column(maybe('text', 'phone')) phone!: string | null;
  @Column(maybe('text', 'title')) title!: string | null;
  @Column(column('text', 'language')) language!: string;
  @Column(column('text', 'zone')) zone!: string;
  @Column(column('boolean', 'active')) active!: boolean;
  @Column(maybe('uuid', 'substitute_id')) substituteId!: string | null;
  @Column(column('jsonb', 'substitutes')) substitutes!: readonly DisciplineSubstitute[];
  @Column(column('jsonb', 'leave')) leave!: readonly { readonly from: string; readonly to: string }[];
  @Column(maybe('jsonb', 'notification_settings')) notificationSettings!: NotificationSettings | null;
  @Column(column('int', 'version')) version!: number;
}

@Entity('post')
export class PostRow {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('uuid', { name: 'institution_id' }) institutionId!: string;
  @PrimaryColumn('text') role!: Role;
  @Column(maybe('text', 'discipline')) discipline!: Discipline | null;
}

@Entity('board')
export class BoardRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('int', 'version')) version!: number;
  @Column(column('uuid', 'host_institution_id')) hostInstitutionId!: string;
  @Column(column('text', 'code')) code!: string;
}

@Entity('board_version')
export class BoardVersionRow {
  @PrimaryColumn('uuid', { name: 'board_id' }) boardId!: string;
  @PrimaryColumn('int') version!: number;
  @Column(column('jsonb', 'definition')) definition!: BoardDefinition;
  @Column(instantColumn('published_at')) publishedAt!: string;
}
