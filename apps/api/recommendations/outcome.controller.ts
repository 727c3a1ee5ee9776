import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { ChangedBy, type Changer } from '../http/request.js';
import { DeferCaseDto, RecordOtherOutcomeDto, RecordRecommendationDto, type VoiceDto } from './recommendation.dto.js';

const voices = (kind: 'dissent' | 'abstention', given: readonly VoiceDto[]): Record<string, string> =>
  Object.fromEntries(given.map(({ personId, reason }) => [`${kind}:${personId}`, reason]));

@ApiTags('recommendations')
@Controller('cases/:caseId/outcomes')
export class OutcomeController {
  constructor(private readonly commands: Commands) {}

  /** Records what the meeting recommends; refused without quorum. `ids`: outcomeId. */
  @Post('recommendation') @Changes(['chair', 'scribe'])
  recordRecommendation(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RecordRecommendationDto): Promise<DoneDto> {
    const { meetingId, intent, modalities, responsibleId, dueDate } = body;
    const { proposal, rationale, offGuidelineReason, conditions, alternative } = body;
    return this.commands.put(by, 'recordRecommendation', caseId, {
      meetingId, intent, modalities, responsibleId, dueDate,
      laterality: body.laterality ?? null, advisesTransferTo: body.advisesTransferTo ?? null,
      guideline: body.guideline ? { code: body.guideline.code, edition: body.guideline.edition } : 'offGuideline',
      dissents: body.dissents.map((voice) => voice.personId), abstentions: body.abstentions.map((voice) => voice.personId),
    }, { ...body, texts: { proposal, rationale, offGuidelineReason, conditions, alternative, ...voices('dissent', body.dissents), ...voices('abstention', body.abstentions) } });
  }

  /** Defers the case with its cause: it stands on the next agenda without anyone doing so. */
  @Post('deferral') @Changes(['chair', 'scribe'])
  deferCase(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: DeferCaseDto): Promise<DoneDto> {
    return this.commands.put(by, 'deferCase', caseId, { meetingId: body.meetingId, cause: body.cause }, { ...body, texts: { note: body.note } });
  }

  /** Covered by standard, referred to another board, or to be discussed again by a date. */
  @Post('other') @Changes(['chair', 'scribe'])
  recordOtherOutcome(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RecordOtherOutcomeDto): Promise<DoneDto> {
    const { meetingId, kind, againBy, reason } = body;
    return this.commands.put(by, 'recordOtherOutcome', caseId, { meetingId, kind, againBy: againBy ?? null }, { ...body, texts: { reason } });
  }
}
