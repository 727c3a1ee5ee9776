import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateIf, ValidateNested } from 'class-validator';
import { NotedChangeDto } from '../http/change.dto.js';
import { Count, Id, Maybe, OneOf } from '../http/fields.js';
import { ProblemDto } from '../http/problem.dto.js';

export const manyActs = ['claimTask', 'releaseTask', 'acceptHandOver', 'takeBackTask', 'assignTask', 'handOverTask', 'delegateTask'] as const;
export type ManyAct = (typeof manyActs)[number];
const toSomebody: readonly string[] = ['assignTask', 'handOverTask', 'delegateTask'] satisfies readonly ManyAct[];

/** A task as it stood on the screen. */
export class SeenTaskDto {
  @Id() caseId!: string;
  @Id() taskId!: string;
  /** Its version then; a task that changed since is left alone. */
  @Maybe() @Count() seenVersion?: number;
}
export class ManyTasksDto extends NotedChangeDto {
  @OneOf(manyActs) act!: ManyAct;
  /** To whom, where it is given to somebody. */
  @ValidateIf((body: ManyTasksDto) => body.toId !== undefined || toSomebody.includes(body.act)) @Id() toId?: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => SeenTaskDto) tasks!: SeenTaskDto[];
}

/** The answer of one task: done, or why not. */
export class TaskAnswerDto {
  caseId!: string;
  taskId!: string;
  done!: boolean;
  problem!: ProblemDto | null;
}
/** Each task was decided by itself: what failed took nothing from the others. */
export class ManyTasksDoneDto {
  done!: number;
  answers!: TaskAnswerDto[];
}
