import { PersonRefDto } from '../people/refs.dto.js';

/** How far what is typed has come: no word of it. */
export class ProposalVersionDto {
  /** 0: nobody typed yet. */
  version!: number;
  by!: PersonRefDto | null;
  at!: string | null;
}
/** What was typed for a case at a meeting, for whoever runs the host's meetings. */
export class ProposalDraftDto extends ProposalVersionDto {
  draftId!: string;
  /** By field of the form `proposal`. */
  answers!: object;
}
