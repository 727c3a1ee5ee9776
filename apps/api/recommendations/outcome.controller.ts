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

const optionWords = (given: RecordRecommendationDto['options'] = []): Record<string, string | undefined> =>
  Object.fromEntries(given.flatMap(({ option, favours, against }, place) => [[`option:${place + 1}`, option], [`optionFor:${place + 1}`, favours], [`optionAgainst:${place + 1}`, against]]));
const pendingWords = (given: RecordRecommendationDto['pendingResults'] = []): Record<string, string> =>
  Object.fromEntries(given.flatMap(({ what, wouldChange }, place) => [[`pending:${place + 1}`, what], [`pendingChanges:${place + 1}`, wouldChange]]));

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
      ...(body.options ? { optionsWeighed: body.options.length } : {}), ...(body.feasibleAtOrigin ? { feasibleAtOrigin: body.feasibleAtOrigin } : {}),
      ...(body.pendingResults ? { pendingResults: body.pendingResults.map((result) => ({ ownerId: result.ownerId, dueDate: result.dueDate })) } : {}),
    }, { ...body, texts: { proposal, rationale, offGuidelineReason, conditions, alternative, ...optionWords(body.options), ...pendingWords(body.pendingResults), ...voices('dissent', body.dissents), ...voices('abstention', body.abstentions) } });
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
