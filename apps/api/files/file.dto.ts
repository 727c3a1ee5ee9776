import type { DocumentKind } from '#domain';
import { PersonRefDto } from '../people/refs.dto.js';

export class TwinDto { documentId!: string; since!: string; }

/** A stored file: its bytes are encrypted and can be added to a case as a document. */
export class FileDto {
  fileId!: string;
  name!: string;
  mediaType!: string;
  size!: number;
  sha256!: string;
  pages!: number | null;
  /** The same bytes are already in the case, since then. */
  twin!: TwinDto | null;
}


export class VerifiedDto { by!: PersonRefDto; at!: string; }
export class TranslationDto {
  ofId!: string;
  how!: 'machine' | 'person';
  translator!: PersonRefDto | null;
  /** null: nobody has held it against the original yet. */
  verified!: VerifiedDto | null;
}

/** A document of a case. */
export class DocumentDto {
  id!: string;
  fileId!: string;
  kind!: DocumentKind;
  name!: string;
  mediaType!: string;
  size!: number;
  pages!: number | null;
  language!: string;
  translator!: string | null;
  showsIdentity!: boolean | null;
  source!: string | null;
  sha256!: string;
  addedAt!: string;
  addedBy!: PersonRefDto | null;
  /** Set when it was taken out of the case. */
  removedAt!: string | null;
  /** Address of the bytes. */
  href!: string;
  /** Of which document of the case it is the translation, and whether somebody verified it. */
  translation!: TranslationDto | null;
}
