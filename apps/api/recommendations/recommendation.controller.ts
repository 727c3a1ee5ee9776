import { Body, Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { letterKeys, type LetterKey } from '#domain';
import { Commands } from '../door/commands.js';
import { FileReading } from '../files/file.reading.js';
import { Changes, Reads } from '../http/access.js';
import { CodeParam } from '../http/code-param.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { LetterReading } from './letter.reading.js';
import { OutcomeDto } from './outcome.dto.js';
import { OutcomeReading } from './outcome.reading.js';
import { AcknowledgeRecommendationDto, AskForLetterDto, LetterVerdictDto, RecordPatientDecisionDto, RefuseSignatureDto, SignRecommendationDto, VerifyLetterDto } from './recommendation.dto.js';

@ApiTags('recommendations')
@Controller()
export class RecommendationController {
  constructor(private readonly commands: Commands, private readonly outcomes: OutcomeReading, private readonly letters: LetterReading, private readonly files: FileReading) {}

  /** One outcome with its texts, signatures given and owed, and letters. */
  @Get('cases/:caseId/outcomes/:outcomeId') @Reads('clinical')
  outcome(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string): Promise<OutcomeDto> {
    return this.outcomes.view(by, caseId, outcomeId);
  }

  /** Signs the recommendation as it was seen, with a sign-in at most ten minutes old. */
  @Post('cases/:caseId/outcomes/:outcomeId/sign') @Changes()
  signRecommendation(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Body() body: SignRecommendationDto): Promise<DoneDto> {
    return this.commands.put(by, 'signRecommendation', caseId, { outcomeId, seenTextHash: body.seenTextHash }, body);
  }

  /** Refuses to sign, with a reason: the case goes back to discussion. */
  @Post('cases/:caseId/outcomes/:outcomeId/refuse-signature') @Changes()
  refuseSignature(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Body() body: RefuseSignatureDto): Promise<DoneDto> {
    return this.commands.put(by, 'refuseSignature', caseId, { outcomeId }, { ...body, texts: { reason: body.reason } });
  }

  /** The referring clinician has read it. */
  @Post('cases/:caseId/outcomes/:outcomeId/acknowledge') @Changes()
  acknowledgeRecommendation(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Body() body: AcknowledgeRecommendationDto): Promise<DoneDto> {
    return this.commands.put(by, 'acknowledgeRecommendation', caseId, { outcomeId }, { ...body, texts: { note: body.note } });
  }

  /** What the patient decided. */
  @Post('cases/:caseId/outcomes/:outcomeId/patient-decision') @Changes()
  recordPatientDecision(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Body() body: RecordPatientDecisionDto): Promise<DoneDto> {
    return this.commands.put(by, 'recordPatientDecision', caseId, { outcomeId, decision: body.decision }, { ...body, texts: { reason: body.reason } });
  }

  /** Asks for the letter in another language, or in plain words for the patient: it is made within seconds. */
  @Post('cases/:caseId/outcomes/:outcomeId/letters') @Changes()
  askForLetter(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Body() body: AskForLetterDto): Promise<DoneDto> {
    return this.commands.put(by, 'askForLetter', caseId, { outcomeId, language: body.language, plain: body.plain }, body);
  }

  /** The letter's stored bytes (PDF): `language` is a language, or a language and `-plain`. */
  @Get('cases/:caseId/outcomes/:outcomeId/letters/:language') @Reads('clinical') @ApiProduces('application/pdf')
  letter(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @CodeParam('language', letterKeys) key: LetterKey): Promise<StreamableFile> {
    return this.files.letter(by, caseId, outcomeId, key);
  }

  /** Whether a letter is one of ours, by the hash of its bytes computed in the browser. */
  @Post('letters/verify') @Reads('nothing')
  verifyLetter(@By() by: Asker, @Body() body: VerifyLetterDto): Promise<LetterVerdictDto> {
    return this.letters.verify(by, body.sha256);
  }
}
