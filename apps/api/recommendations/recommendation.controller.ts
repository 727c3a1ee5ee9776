import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
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
import { BoardSawDto } from './board-saw.dto.js';
import { BoardSawReading } from './board-saw.reading.js';
import { OutcomeDto } from './outcome.dto.js';
import { OutcomeReading } from './outcome.reading.js';
import { AcknowledgeRecommendationDto, AskForLetterDto, AskSecondOpinionDto, ConfirmOutcomeDto, DiscussOutcomeAgainDto, LetterVerdictDto, NameAddresseeDto, RecallLetterDto, RecordPatientDecisionDto, RecordSecondOpinionDto, RefuseSignatureDto, SendSecondOpinionDto, SignRecommendationDto, VerifyLetterDto } from './recommendation.dto.js';

@ApiTags('recommendations')
@Controller()
export class RecommendationController {
  constructor(private readonly commands: Commands, private readonly outcomes: OutcomeReading, private readonly saw: BoardSawReading, private readonly letters: LetterReading, private readonly files: FileReading) {}

  /** One outcome with its texts, signatures given and owed, and letters. */
  @Get('cases/:caseId/outcomes/:outcomeId') @Reads('clinical')
  outcome(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string): Promise<OutcomeDto> {
    return this.outcomes.view(by, caseId, outcomeId);
  }

  /** What lay before the board when it decided: reports, treatments and data set as they stood then, and what changed since. */
  @Get('cases/:caseId/outcomes/:outcomeId/board-saw') @Reads('clinical')
  boardSaw(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string): Promise<BoardSawDto> {
    return this.saw.view(by, caseId, outcomeId);
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
    return this.commands.put(by, 'recordPatientDecision', caseId, { outcomeId, decision: body.decision, because: body.because ?? null, explained: body.explained ? { by: body.explained.by, where: body.explained.where, on: body.explained.on } : null }, { ...body, texts: { reason: body.reason } });
  }

  /** A second opinion: of the same board, which speaks again, or of another. */
  @Post('cases/:caseId/outcomes/:outcomeId/second-opinion') @Changes()
  askSecondOpinion(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Body() body: AskSecondOpinionDto): Promise<DoneDto> {
    return this.commands.put(by, 'askSecondOpinion', caseId, { outcomeId, reason: body.because, where: body.where }, { ...body, texts: { note: body.note } });
  }

  /** What was sent to the other board, and to whom. */
  @Post('cases/:caseId/tasks/:taskId/send-second-opinion') @Changes()
  sendSecondOpinion(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: SendSecondOpinionDto): Promise<DoneDto> {
    return this.commands.put(by, 'sendSecondOpinion', caseId, { taskId }, { ...body, texts: { recipient: body.recipient, note: body.note } });
  }

  /** The other board's answer, or that none comes. Where it differs, the chair is asked whether the recommendation holds. */
  @Post('cases/:caseId/tasks/:taskId/second-opinion') @Changes()
  recordSecondOpinion(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: RecordSecondOpinionDto): Promise<DoneDto> {
    return this.commands.put(by, 'recordSecondOpinion', caseId, { taskId, answer: body.answer }, { ...body, texts: { note: body.note } });
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

  /** Calls back the letters that were sent: whoever got or opened one is told. */
  @Post('cases/:caseId/outcomes/:outcomeId/recall-letter') @Changes(['chair', 'caseManager'])
  recallLetter(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Body() body: RecallLetterDto): Promise<DoneDto> {
    return this.commands.put(by, 'recallLetter', caseId, { outcomeId, reason: body.because, next: body.next }, { ...body, texts: { note: body.note } });
  }

  /** The signed bytes of a letter that was called back, as they were sent, for whoever has to prove them. */
  @Get('cases/:caseId/outcomes/:outcomeId/recalled/:sha256/original') @Reads('clinical', ['chair', 'caseManager', 'auditor', 'admin']) @ApiProduces('application/pdf')
  recalledOriginal(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Param('sha256') sha256: string): Promise<StreamableFile> {
    return this.files.recalledOriginal(by, caseId, outcomeId, sha256);
  }

  /** A copy of a letter that was called back, which says so on each page; by the hash of the original. */
  @Get('cases/:caseId/outcomes/:outcomeId/recalled/:sha256') @Reads('clinical') @ApiProduces('application/pdf')
  recalledLetter(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('outcomeId') outcomeId: string, @Param('sha256') sha256: string): Promise<StreamableFile> {
    return this.files.recalledLetter(by, caseId, outcomeId, sha256);
  }

  /** The recommendation holds although an opinion was amended after it; void signatures are asked for anew. */
  @Post('cases/:caseId/tasks/:taskId/confirm-outcome') @Changes(['chair'])
  confirmOutcome(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ConfirmOutcomeDto): Promise<DoneDto> {
    return this.commands.put(by, 'confirmOutcome', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }

  /** It doesn't hold: the case is discussed again, and a letter that is out is called back. */
  @Post('cases/:caseId/tasks/:taskId/discuss-again') @Changes(['chair'])
  discussOutcomeAgain(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: DiscussOutcomeAgainDto): Promise<DoneDto> {
    return this.commands.put(by, 'discussOutcomeAgain', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }

  /** Who gets the letter instead of the referring clinician, who left. */
  @Post('cases/:caseId/tasks/:taskId/name-addressee') @Changes(['caseManager'])
  nameAddressee(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: NameAddresseeDto): Promise<DoneDto> {
    return this.commands.put(by, 'nameAddressee', caseId, { taskId, personId: body.personId }, body);
  }

  /** Whether a letter is one of ours, by the hash of its bytes computed in the browser. */
  @Post('letters/verify') @Reads('nothing')
  verifyLetter(@By() by: Asker, @Body() body: VerifyLetterDto): Promise<LetterVerdictDto> {
    return this.letters.verify(by, body.sha256);
  }
}
