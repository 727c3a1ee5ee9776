import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { PersonActor } from '#domain';

/** Who asks: put on the request by the access guard. */
export interface Asker {
  readonly actor: PersonActor;
  readonly sessionId: string;
  readonly csrf: string;
  readonly endsAt: string;
  readonly language: string;
  readonly zone: string;
}

/** Who changes something: the asker with the command's id and what was on the screen. */
export interface Changer extends Asker {
  readonly commandId: string;
  readonly seenVersion: number | undefined;
}

/** Express's request with what our guard adds. */
export interface AskedRequest extends Request { asker?: Asker; changer?: Changer; requestId?: string }

export const requestOf = (context: ExecutionContext): AskedRequest => context.switchToHttp().getRequest<AskedRequest>();

/** The signed-in reader. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Asker => {
  const { asker } = requestOf(context);
  if (!asker) throw new Error('A route that asks who reads must be classified as signedIn');
  return asker;
});

/** The signed-in author of a change. */
export const ChangedBy = createParamDecorator((_: unknown, context: ExecutionContext): Changer => {
  const { changer } = requestOf(context);
  if (!changer) throw new Error('A route that asks who changes must be classified as a change');
  return changer;
});
