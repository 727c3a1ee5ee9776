import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { AcceptTransferDto, CompleteTransferItemDto, EndTransferDto, ProgressTransferDto, RecordArrivalDto, RecordDepartureDto, RefuseTransferDto, SendTransferDto, TakeOverDto, TransferDto, TransferPageDto, TransferQueryDto } from './transfer.dto.js';
import { TransferReading } from './transfer.reading.js';

@ApiTags('transfers')
@Controller()
export class TransferController {
  constructor(private readonly commands: Commands, private readonly reading: TransferReading) {}

  /** Transfers that run, with how far their checklists are. */
  @Get('transfers') @Reads('list')
  transfers(@By() by: Asker, @Query() query: TransferQueryDto): Promise<TransferPageDto> {
    return this.reading.page(by, query);
  }

  /** The two-sided checklist of a case. */
  @Get('cases/:caseId/transfer') @Reads('clinical')
  transfer(@By() by: Asker, @IdParam('caseId') caseId: string): Promise<TransferDto> {
    return this.reading.view(by, caseId);
  }

  @Post('cases/:caseId/transfer/send') @Changes()
  sendTransfer(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: SendTransferDto): Promise<DoneDto> {
    return this.commands.put(by, 'sendTransfer', caseId, {}, { ...body, texts: { note: body.note } });
  }

  /** Delivered, or opened by the receiving hospital. */
  @Post('cases/:caseId/transfer/progress') @Changes()
  progressTransfer(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: ProgressTransferDto): Promise<DoneDto> {
    return this.commands.put(by, 'progressTransfer', caseId, { to: body.to }, body);
  }

  /** The receiving hospital accepts: clinician named, planned date. */
  @Post('cases/:caseId/transfer/accept') @Changes()
  acceptTransfer(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: AcceptTransferDto): Promise<DoneDto> {
    return this.commands.put(by, 'acceptTransfer', caseId, { acceptingClinicianId: body.acceptingClinicianId, plannedFor: body.plannedFor ?? null }, { ...body, texts: { note: body.note } });
  }

  @Post('cases/:caseId/transfer/refuse') @Changes()
  refuseTransfer(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RefuseTransferDto): Promise<DoneDto> {
    return this.commands.put(by, 'refuseTransfer', caseId, { reason: body.because }, { ...body, texts: { note: body.note } });
  }

  /** A line of the checklist is done; where the fact lapses, until when. */
  @Post('cases/:caseId/transfer/items/:taskId/complete') @Changes()
  completeTransferItem(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: CompleteTransferItemDto): Promise<DoneDto> {
    return this.commands.put(by, 'completeTransferItem', caseId, { taskId, expiresOn: body.expiresOn ?? null, fileId: body.fileId ?? null }, { ...body, texts: { note: body.note } });
  }

  @Post('cases/:caseId/transfer/departure') @Changes()
  recordDeparture(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RecordDepartureDto): Promise<DoneDto> {
    return this.commands.put(by, 'recordDeparture', caseId, { on: body.on }, { ...body, texts: { note: body.note } });
  }

  /** The patient has arrived: condition, and what differs from what was sent. */
  @Post('cases/:caseId/transfer/arrival') @Changes()
  recordArrival(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RecordArrivalDto): Promise<DoneDto> {
    return this.commands.put(by, 'recordArrival', caseId, { condition: body.condition, discrepancies: body.discrepancies }, { ...body, texts: { note: body.note } });
  }

  /** The receiving hospital takes over. */
  @Post('cases/:caseId/transfer/take-over') @Changes()
  takeOver(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: TakeOverDto): Promise<DoneDto> {
    return this.commands.put(by, 'takeOver', caseId, {}, { ...body, texts: { note: body.note } });
  }

  /** The transfer ends without arrival, with its cause. */
  @Post('cases/:caseId/transfer/end') @Changes()
  endTransfer(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: EndTransferDto): Promise<DoneDto> {
    return this.commands.put(by, 'endTransfer', caseId, { cause: body.cause }, { ...body, texts: { note: body.note } });
  }
}
