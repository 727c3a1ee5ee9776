import { Injectable, NotFoundException, Param, type PipeTransform } from '@nestjs/common';
import { looksLikeId } from './fields.js';

/** What is no id can't be there: the same answer as for an unknown one. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!looksLikeId(value)) throw new NotFoundException();
    return value.toLowerCase();
  }
}

export const IdParam = (name: string): ParameterDecorator => Param(name, IdPipe);
