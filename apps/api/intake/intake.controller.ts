import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { consentPurposes, type ConsentPurpose } from '#domain';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { CodeParam } from '../http/code-param.js';
import { DoneDto, SavedDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { AnswerDataSetDto, SaveDraftDto } from './draft.dto.js';
import { Drafts } from './drafts.js';
import { AcceptReferralDto, AddDocumentDto, AmendReferralDto, AnswerReturnDto, OpenReferralDto, OverrideIntakeDto, RecordConsentDto, RejectReferralDto, RemoveDocumentDto, ReturnReferralDto, SubmitReferralDto, WithdrawConsentDto } from './intake.dto.js';
import { ReferralChoicesDto, ReferralViewDto } from './referral.dto.js';
import { ReferralReading } from './referral.reading.js';
import { Referrals } from './referrals.js';

@ApiTags('intake')
@Controller()
export class IntakeController {
  constructor(private readonly commands: Commands, private readonly referrals: Referrals, private readonly drafts: Drafts, private readonly reading: ReferralReading) {}

  /** What a new referral can be: boards, tumor types with their data sets, origins, referrers. */
  @Get('referrals/choices') @Reads('nothing', ['referringClinician', 'caseManager'])
  referralChoices(@By() by: Asker): Promise<ReferralChoicesDto> {
    return this.reading.choices(by);
  }

  /** Begins a referral. `ids`: caseId, number, patientId, referralDraftId. */
  @Post('referrals') @Changes(['referringClinician', 'caseManager'])
  openReferral(@ChangedBy() by: Changer, @Body() body: OpenReferralDto): Promise<DoneDto> {
    return this.referrals.open(by, body);
  }

  /** The referral with its form, answers and completeness, item by item. */
  @Get('cases/:caseId/referral') @Reads('clinical')
  referral(@By() by: Asker, @IdParam('caseId') caseId: string): Promise<ReferralViewDto> {
    return this.reading.view(by, caseId);
  }

  /** Changes patient data, question, urgency, tumor type or referrer. */
  @Post('cases/:caseId/amend') @Changes()
  amendReferral(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: AmendReferralDto): Promise<DoneDto> {
    return this.referrals.amend(by, caseId, body);
  }

  /** Keeps the referral form as one types. */
  @Put('cases/:caseId/referral/draft') @Changes()
  saveReferralDraft(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: SaveDraftDto): Promise<SavedDto> {
    return this.drafts.saveReferral(by, caseId, body);
  }

  /** Settles the saved form: completeness is computed anew. */
  @Post('cases/:caseId/answer-data-set') @Changes()
  answerDataSet(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: AnswerDataSetDto): Promise<DoneDto> {
    return this.commands.put(by, 'answerDataSet', caseId, { draftId: body.draftId }, body);
  }

  /** Adds a stored file to the case. */
  @Post('cases/:caseId/documents') @Changes()
  addDocument(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: AddDocumentDto): Promise<DoneDto> {
    return this.referrals.addDocument(by, caseId, body);
  }

  /** Takes a document out of the case; its bytes stay until erased. */
  @Post('cases/:caseId/documents/:documentId/remove') @Changes()
  removeDocument(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('documentId') documentId: string, @Body() body: RemoveDocumentDto): Promise<DoneDto> {
    return this.commands.put(by, 'removeDocument', caseId, { documentId, reason: body.reason }, { ...body, texts: { note: body.note } });
  }

  /** Records a consent. */
  @Post('cases/:caseId/consents') @Changes()
  recordConsent(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RecordConsentDto): Promise<DoneDto> {
    const { purpose, until, fileId, byGuardian } = body;
    return this.commands.put(by, 'recordConsent', caseId, { purpose, until: until ?? null, fileId: fileId ?? null, byGuardian }, body);
  }

  /** The patient withdraws a consent: access across the border stops at once. */
  @Post('cases/:caseId/consents/:purpose/withdraw') @Changes()
  withdrawConsent(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @CodeParam('purpose', consentPurposes) purpose: ConsentPurpose, @Body() body: WithdrawConsentDto): Promise<DoneDto> {
    return this.commands.put(by, 'withdrawConsent', caseId, { purpose }, { ...body, texts: { note: body.note } });
  }

  /** Hands the referral to the board. */
  @Post('cases/:caseId/submit') @Changes()
  submitReferral(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: SubmitReferralDto): Promise<DoneDto> {
    return this.commands.put(by, 'submitReferral', caseId, { emergencyBegunBy: body.emergencyBegunBy ?? null }, body);
  }

  /** Returns it for information: the items asked for, with a deadline of their own. */
  @Post('cases/:caseId/return') @Changes(['caseManager', 'chair'])
  returnReferral(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: ReturnReferralDto): Promise<DoneDto> {
    return this.commands.put(by, 'returnReferral', caseId, { items: body.items }, { ...body, texts: { note: body.note } });
  }

  /** Answers a return. */
  @Post('cases/:caseId/answer-return') @Changes()
  answerReturn(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: AnswerReturnDto): Promise<DoneDto> {
    return this.commands.put(by, 'answerReturn', caseId, {}, { ...body, texts: { note: body.note } });
  }

  /** Accepts a complete referral. */
  @Post('cases/:caseId/accept') @Changes(['caseManager', 'chair'])
  acceptReferral(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: AcceptReferralDto): Promise<DoneDto> {
    return this.commands.put(by, 'acceptReferral', caseId, {}, { ...body, texts: { note: body.note } });
  }

  /** Lets an incomplete referral through, with code and reason. */
  @Post('cases/:caseId/override') @Changes(['caseManager', 'chair'])
  overrideIntake(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: OverrideIntakeDto): Promise<DoneDto> {
    return this.commands.put(by, 'overrideIntake', caseId, { code: body.code }, { ...body, texts: { reason: body.reason } });
  }

  /** Rejects the referral with a reason. */
  @Post('cases/:caseId/reject') @Changes(['caseManager', 'chair'])
  rejectReferral(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RejectReferralDto): Promise<DoneDto> {
    return this.commands.put(by, 'rejectReferral', caseId, { reason: body.because }, { ...body, texts: { note: body.note } });
  }
}
