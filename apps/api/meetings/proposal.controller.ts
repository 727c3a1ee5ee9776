import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Changes, Reads } from '../http/access.js';
import { SavedDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { SaveDraftDto } from '../intake/draft.dto.js';
import { Drafts } from '../intake/drafts.js';
import { ProposalDraftDto, ProposalVersionDto } from './proposal.dto.js';
import { ProposalReading } from './proposal.reading.js';

@ApiTags('meetings')
@Controller('meetings/:meetingId/cases/:caseId/proposal')
export class ProposalController {
  constructor(private readonly reading: ProposalReading, private readonly drafts: Drafts) {}

  /** What is typed for the case at this meeting, before it is recorded. */
  @Get() @Reads('clinical', ['chair', 'scribe', 'caseManager'])
  proposal(@By() by: Asker, @IdParam('meetingId') meetingId: string, @IdParam('caseId') caseId: string): Promise<ProposalDraftDto> {
    return this.reading.draft(by, meetingId, caseId);
  }

  /** Whether somebody typed on since. */
  @Get('version') @Reads('nothing', ['chair', 'scribe', 'caseManager'])
  proposalVersion(@By() by: Asker, @IdParam('meetingId') meetingId: string, @IdParam('caseId') caseId: string): Promise<ProposalVersionDto> {
    return this.reading.version(by, meetingId, caseId);
  }

  /** Keeps it as one types. Refused with DRAFT.NEWER_VERSION where somebody else saved meanwhile: bring theirs in, and save again. */
  @Put() @Changes(['chair', 'scribe', 'caseManager'])
  saveProposal(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @IdParam('caseId') caseId: string, @Body() body: SaveDraftDto): Promise<SavedDto> {
    return this.drafts.saveProposal(by, meetingId, caseId, body);
  }
}
