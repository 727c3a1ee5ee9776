import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { DataSource } from 'typeorm';
import { Attempts, nobodyYet } from '#access';
import { refuse, SHIPPED_CALENDARS, type Command, type ProcessActor } from '#domain';
import { derivedId, type DoorPort } from '#door';
import { Enriched } from '../door/enriched.js';
import { RefusalError } from '../door/refusal-error.js';
import { ATTEMPTS, DOOR, DOOR_SOURCE } from '../door/tokens.js';
import { cookieOf, setupCookie } from '../http/cookies.js';
import type { SetUpDoneDto, SetUpDto, SetupViewDto } from './setup.dto.js';

interface First { readonly subject: string; readonly name: string | null; readonly email: string | null }
const operator: ProcessActor = { kind: 'process', name: 'operator' };

/** An empty installation's first hospital and admin: possible once, by whoever signed in at the identity provider. */
@Injectable()
export class Setup {
  constructor(@Inject(DOOR) private readonly door: DoorPort, @Inject(DOOR_SOURCE) private readonly source: DataSource, @Inject(ATTEMPTS) private readonly attempts: Attempts, private readonly enriched: Enriched) {}

  async view(request: Request): Promise<SetupViewDto> {
    const first = this.firstOf(request);
    // the shipped ones are stored with the first hospital, which is yet to come
    const calendars = await this.source.query<{ id: string }[]>('select distinct id from calendar order by id');
    return { needed: await nobodyYet(this.source), signedIn: first !== null, suggestedName: first?.name ?? null, suggestedEmail: first?.email ?? null, calendars: [...new Set([...SHIPPED_CALENDARS.map(({ id }) => id), ...calendars.map(({ id }) => id)])].sort() };
  }

  async run(request: Request, body: SetUpDto): Promise<SetUpDoneDto> {
    const first = this.firstOf(request);
    if (!first) throw new RefusalError(refuse('SETUP.SIGN_IN_FIRST', {}));
    if (!(await nobodyYet(this.source))) throw new RefusalError(refuse('SETUP.DONE', {}));
    const { institutionCode: code, institutionName: name, zone, country, calendarId } = body;
    const institutionId = derivedId('institution', code);
    const personId = derivedId('person', createHash('sha256').update(first.subject).digest('hex'));
    await this.put({ type: 'setUpInstitution', commandId: derivedId('setup', institutionId), streamId: institutionId, data: { code, name, zone, country, calendarId } });
    await this.put({
      type: 'addPerson', commandId: derivedId('setup', personId), streamId: personId, data: { subject: first.subject, posts: [{ institutionId, role: 'admin', discipline: null }], language: body.language, zone },
      rows: { person: { id: personId, name: body.name, nameOriginal: body.nameOriginal ?? null, email: body.email, phone: null, title: null } },
    });
    return { institutionId, personId, signIn: '/api/sign-in?return=/admin' };
  }

  private async put(command: Command): Promise<void> {
    const result = await this.door.put(command, operator);
    if (!result.done && result.refusal.code !== 'COMMAND.ALREADY_BEGUN') throw await this.enriched.error(result.refusal);
  }

  private firstOf(request: Request): First | null {
    const sealed = this.attempts.open(cookieOf(request, setupCookie) ?? undefined);
    if (sealed === null) return null;
    const read: unknown = JSON.parse(Buffer.from(sealed, 'base64url').toString('utf8'));
    if (typeof read !== 'object' || read === null) return null;
    const { subject, name, email, until }: { subject?: unknown; name?: unknown; email?: unknown; until?: unknown } = read;
    if (typeof subject !== 'string' || typeof until !== 'number' || until < Date.now()) return null;
    return { subject, name: typeof name === 'string' ? name : null, email: typeof email === 'string' ? email : null };
  }
}
