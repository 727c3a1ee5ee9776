import { IsOptional } from 'class-validator';
import { notCarriedOutReasons } from '#domain';
import type { NotCarriedOutBecause } from '#domain';
import { NotedChangeDto } from '../http/change.dto.js';
import { OneOf } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { TextDto } from '../people/refs.dto.js';

/** "Was it carried out?", asked at 14, 30 and 90 days. */
export class FollowUpDto {
  day!: number;
  dueAt!: string;
  taskId!: string | null;
  answer!: 'yes' | 'partly' | 'otherwise' | 'no' | null;
  because!: NotCarriedOutBecause | null;
  note!: TextDto | null;
  answeredAt!: string | null;
  may!: MayDto[];
}

const answers = ['yes', 'partly', 'otherwise', 'no'] as const;
export class AnswerFollowUpDto extends NotedChangeDto {
  @OneOf(answers) answer!: (typeof answers)[number];
  /** Needed where the answer is not yes. */
  @IsOptional() @OneOf(notCarriedOutReasons) because!: NotCarriedOutBecause | null;
}
