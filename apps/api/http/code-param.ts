import { NotFoundException, Param, type PipeTransform } from '@nestjs/common';

class CodePipe implements PipeTransform<string, string> {
  constructor(private readonly list: readonly string[]) {}
  transform(value: string): string {
    if (!this.list.includes(value)) throw new NotFoundException();
    return value;
  }
}

/** A code of a closed list in the address; any other is not there. */
export const CodeParam = (name: string, list: readonly string[]): ParameterDecorator => Param(name, new CodePipe(list));
