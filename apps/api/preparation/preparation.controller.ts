import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { AnswerItemDto, AttachTranslationDto, CancelItemRequestDto, ChaseItemDto, PreparationDto, RequestItemDto, VerifyTranslationDto } from './preparation.dto.js';
import { PreparationReading } from './preparation.reading.js';

@ApiTags('preparation')
@Controller('cases/:caseId')
export class PreparationController {
  constructor(private readonly commands: Commands, private readonly reading: PreparationReading) {}

  /** What the file misses, of whom it is asked, and the earlier treatments in their order. */
  @Get('preparation') @Reads('clinical')
  preparation(@By() by: Asker, @IdParam('caseId') caseId: string): Promise<PreparationDto> {
    return this.reading.of(by, caseId);
  }

  /** Asks somebody for one item that the file misses, or for the papers of an earlier treatment. */
  @Post('requests') @Changes(['caseManager'])
  requestItem(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RequestItemDto): Promise<DoneDto> {
    const { item, treatment, of, personId, neededForMeeting } = body;
    const source = treatment ? { kind: treatment.kind, country: treatment.country, from: treatment.from ?? null } : null;
    return this.commands.put(by, 'requestItem', caseId, { item: item ?? null, treatment: source, of, personId: personId ?? null, neededForMeeting }, { ...body, texts: { source: body.source, note: body.note } });
  }

  /** Says that a document is the translation of another on the case. */
  @Post('documents/:documentId/translation-of') @Changes()
  attachTranslation(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('documentId') documentId: string, @Body() body: AttachTranslationDto): Promise<DoneDto> {
    return this.commands.put(by, 'attachTranslation', caseId, { documentId, ofId: body.ofId, how: body.how, translatorId: body.translatorId ?? null }, body);
  }

  /** One has held the translation against its original. */
  @Post('documents/:documentId/verify-translation') @Changes()
  verifyTranslation(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('documentId') documentId: string, @Body() body: VerifyTranslationDto): Promise<DoneDto> {
    return this.commands.put(by, 'verifyTranslation', caseId, { documentId }, body);
  }

  /** Reminds who owes it once more. */
  @Post('tasks/:taskId/chase') @Changes(['caseManager'])
  chaseItem(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ChaseItemDto): Promise<DoneDto> {
    return this.commands.put(by, 'chaseItem', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }

  /** What was asked for came in another way than by form or document. */
  @Post('tasks/:taskId/answer-item') @Changes()
  answerItem(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: AnswerItemDto): Promise<DoneDto> {
    return this.commands.put(by, 'answerItem', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }

  /** It is not asked for any more. */
  @Post('tasks/:taskId/cancel-request') @Changes(['caseManager'])
  cancelItemRequest(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: CancelItemRequestDto): Promise<DoneDto> {
    return this.commands.put(by, 'cancelItemRequest', caseId, { taskId, reason: body.reason }, body);
  }
}
