import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';

/** A document of a case. Its bytes are in the file store, its name in `file_row`. */
@Entity('document_row')
export class DocumentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('uuid', 'case_id')) caseId!: string;
  @Column(column('uuid', 'file_id')) fileId!: string;
  @Column(column('text', 'kind')) kind!: string;
  @Column(column('text', 'language')) language!: string;
  @Column(column('text', 'sha256')) sha256!: string;
  @Column(instantColumn('added_at')) addedAt!: string;
  @Column(maybe('uuid', 'added_by')) addedBy!: string | null;
  @Column(instantColumn('removed_at', true)) removedAt!: string | null;
}

/** A stored file: what it is and the wrapped key that opens it. */
@Entity('file_row')
export class FileRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(maybe('uuid', 'case_id')) caseId!: string | null;
  @Column(column('text', 'name')) name!: string;
  @Column(column('text', 'media_type')) mediaType!: string;
  @Column(column('bigint', 'size')) size!: number;
  @Column(column('text', 'sha256')) sha256!: string;
  @Column(column('text', 'wrapped_key')) wrappedKey!: string;
  @Column(column('text', 'key_id')) keyId!: string;
  @Column(maybe('int', 'pages')) pages!: number | null;
  @Column(maybe('text', 'translator')) translator!: string | null;
  @Column(maybe('boolean', 'shows_identity')) showsIdentity!: boolean | null;
  @Column(maybe('text', 'source')) source!: string | null;
  @Column(column('uuid', 'institution_id')) institutionId!: string;
  @Column(maybe('uuid', 'uploaded_by')) uploadedBy!: string | null;
  @Column(instantColumn('at')) at!: string;
}

/** Clinical words by id, apart from events; `body` is null once erased. */
@Entity('text_row')
export class TextRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(maybe('uuid', 'case_id')) caseId!: string | null;
  @Column(column('uuid', 'stream')) stream!: string;
  @Column(column('text', 'field')) field!: string;
  @Column(maybe('text', 'body')) body!: string | null;
  @Column(column('text', 'author')) author!: string;
  @Column(maybe('text', 'language')) language!: string | null;
  @Column(instantColumn('at')) at!: string;
  @Column(instantColumn('erased_at', true)) erasedAt!: string | null;
}
