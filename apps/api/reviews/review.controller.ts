import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto, SavedDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { SaveDraftDto } from '../intake/draft.dto.js';
import { Drafts } from '../intake/drafts.js';
import { OpinionReading } from './opinion.reading.js';
import { AmendOpinionDto, OpinionViewDto, RequestMaterialDto, ReviewViewDto, SignReviewDto } from './review.dto.js';
import { ComputedDto } from './score.dto.js';
import { ReviewReading } from './review.reading.js';

@ApiTags('reviews')
@Controller('cases/:caseId')
export class ReviewController {
  constructor(private readonly commands: Commands, private readonly drafts: Drafts, private readonly reviews: ReviewReading, private readonly opinions: OpinionReading) {}

  /** The evidence beside the form. */
  @Get('reviews/:taskId') @Reads('clinical')
  review(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string): Promise<ReviewViewDto> {
    return this.reviews.view(by, caseId, taskId);
  }

  /** What follows from the form as last saved: RECIST, scores with their reasoning, where it differs from signed opinions. */
  @Get('reviews/:taskId/computed') @Reads('clinical')
  reviewComputed(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string): Promise<ComputedDto> {
    return this.reviews.computed(by, caseId, taskId);
  }

  /** Keeps the form as one types; a newer version by anybody else, or another tab, refuses it. */
  @Put('reviews/:taskId/draft') @Changes()
  saveReviewDraft(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: SaveDraftDto): Promise<SavedDto> {
    return this.drafts.saveReview(by, caseId, taskId, body);
  }

  /** Signs the opinion as it was seen, with a sign-in at most ten minutes old. */
  @Post('reviews/:taskId/sign') @Changes()
  signReview(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: SignReviewDto): Promise<DoneDto> {
    const { draftId, seenDraftVersion, discordance } = body;
    return this.commands.put(by, 'signReview', caseId, { taskId, draftId, seenDraftVersion, discordance: discordance ?? null }, body);
  }

  /** Asks for slides, blocks, studies; the clock may stand still meanwhile. */
  @Post('reviews/:taskId/request-material') @Changes()
  requestMaterial(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: RequestMaterialDto): Promise<DoneDto> {
    return this.commands.put(by, 'requestMaterial', caseId, { taskId, items: body.items, pausesClock: body.pausesClock }, { ...body, texts: { note: body.note } });
  }

  /** A signed opinion with its form and versions. */
  @Get('opinions/:opinionId') @Reads('clinical')
  opinion(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('opinionId') opinionId: string): Promise<OpinionViewDto> {
    return this.opinions.view(by, caseId, opinionId);
  }

  /** Keeps an amendment as one types: a draft of its own, begun from the signed answers. */
  @Put('opinions/:opinionId/draft') @Changes()
  saveAmendmentDraft(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('opinionId') opinionId: string, @Body() body: SaveDraftDto): Promise<SavedDto> {
    return this.drafts.saveAmendment(by, caseId, opinionId, body);
  }

  /** Replaces a signed opinion by a new version; the old one stays. */
  @Post('opinions/:opinionId/amend') @Changes()
  amendOpinion(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('opinionId') opinionId: string, @Body() body: AmendOpinionDto): Promise<DoneDto> {
    const { draftId, seenDraftVersion, discordance, reason } = body;
    return this.commands.put(by, 'amendOpinion', caseId, { opinionId, draftId, seenDraftVersion, discordance: discordance ?? null }, { ...body, texts: { reason } });
  }
}
