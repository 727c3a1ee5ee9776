import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { pushRefusalOf, type Instant } from '#domain';
import { RefusalError } from '../door/refusal-error.js';
import { CONFIG, DOOR_SOURCE } from '../door/tokens.js';
import type { Asker, Changer } from '../http/request.js';
import type { Rows } from '../reading/reader.js';
import type { PushDto, SubscribedDto, SubscribePushDto } from './notification.dto.js';

interface Row { id: string; browser: string; since: Instant; endpoint: string }

/** More than somebody reads from; the oldest gives way. */
const most = 10;

/** Browsers that take push messages: one's own note, no fact of a case, and its keys belong into no history. */
@Injectable()
export class PushBrowsers {
  constructor(@Inject(CONFIG) private readonly config: { readonly pushPublicKey: string; readonly pushServices: string }, @Inject(DOOR_SOURCE) private readonly door: DataSource) {}

  async own(rows: Rows, by: Asker): Promise<PushDto> {
    const found = await rows.query<Row>('select id, browser, created_at as since, endpoint from push_subscription where person_id = $1 and ended_at is null order by created_at, id', [by.actor.personId]);
    const browsers = found.map(({ endpoint, ...browser }) => ({ ...browser, endpointHash: createHash('sha256').update(endpoint).digest('base64url') }));
    return { publicKey: this.config.pushPublicKey || null, browsers };
  }

  /** A browser has one owner: who switches it on takes it over from whoever had it. The same again answers the same. */
  async subscribe({ actor: { personId } }: Changer, { endpoint, p256dh, auth, browser }: SubscribePushDto): Promise<SubscribedDto> {
    const refusal = pushRefusalOf(hostOf(endpoint), this.config.pushServices, this.config.pushPublicKey !== '');
    if (refusal !== null) throw new RefusalError(refusal);
    return this.door.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 35))', [endpoint]);
      await tx.query(ending('taken', 'endpoint = $1 and person_id <> $2'), [endpoint, personId]);
      const id = randomUUID();
      const [row] = await tx.query<{ id: string }[]>(`insert into push_subscription (id, person_id, endpoint, p256dh, auth, browser) values ($1, $2, $3, $4, $5, $6)
        on conflict (endpoint) where ended_at is null do update set p256dh = excluded.p256dh, auth = excluded.auth, browser = excluded.browser returning id`, [id, personId, endpoint, p256dh, auth, browser]);
      await tx.query(ending('removed', `id in (select id from push_subscription where person_id = $1 and ended_at is null order by created_at desc, id offset ${most})`), [personId]);
      return { id: row?.id ?? id };
    });
  }

  /** Only one's own, again and again with the same result. */
  async unsubscribe({ actor: { personId } }: Changer, id: string): Promise<SubscribedDto> {
    await this.door.query(ending('removed', 'id = $1 and person_id = $2'), [id, personId]);
    return { id };
  }
}

const ending = (because: 'taken' | 'removed', which: string): string =>
  `update push_subscription set ended_at = clock_timestamp(), ended_because = '${because}', endpoint = '', p256dh = '', auth = '' where ended_at is null and ${which}`;

/** Null where it is no plain https address. */
function hostOf(endpoint: string): string | null {
  if (!URL.canParse(endpoint)) return null;
  const { protocol, hostname, port, username } = new URL(endpoint);
  return protocol === 'https:' && port === '' && username === '' ? hostname : null;
}
