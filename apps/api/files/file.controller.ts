import { Controller, Get, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Changes, Reads } from '../http/access.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type AskedRequest, type Asker, type Changer } from '../http/request.js';
import { FileDto } from './file.dto.js';
import { FileReading } from './file.reading.js';
import { Uploads } from './uploads.js';

@ApiTags('files')
@Controller()
export class FileController {
  constructor(private readonly uploads: Uploads, private readonly reading: FileReading) {}

  /** Stores a file of a case: streamed, checked by content, encrypted. Add it to the case as a document or evidence afterwards. */
  @Post('cases/:caseId/files') @Changes() @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: {
    file: { type: 'string', format: 'binary' }, translator: { type: 'string' }, source: { type: 'string' }, showsIdentity: { type: 'string', enum: ['true', 'false'] },
  } } })
  uploadFile(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Req() request: AskedRequest): Promise<FileDto> {
    return this.uploads.take(by, caseId, request);
  }

  /** A document's bytes, under its own name. */
  @Get('cases/:caseId/documents/:documentId/content') @Reads('clinical') @ApiProduces('application/octet-stream')
  documentContent(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('documentId') documentId: string): Promise<StreamableFile> {
    return this.reading.document(by, caseId, documentId);
  }

  /** Bytes of a stored file of the case that is evidence: consent paper, checklist evidence. */
  @Get('cases/:caseId/files/:fileId/content') @Reads('clinical') @ApiProduces('application/octet-stream')
  fileContent(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('fileId') fileId: string): Promise<StreamableFile> {
    return this.reading.file(by, caseId, fileId);
  }
}
