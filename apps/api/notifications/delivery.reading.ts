import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { beforeKey, keyColumn, writeCursor } from '#persistence';
import type { Asker } from '../http/request.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader, type Rows } from '../reading/reader.js';
import type { DeliveryDto, DeliveryPageDto, DeliveryQueryDto, RefusingAddressDto } from './delivery.dto.js';

interface Row { mailId: string; at: Instant; personId: string; email: string; messages: number; topic: DeliveryDto['topic']; result: DeliveryDto['result']; code: string | null; smtpCode: number | null; httpStatus: number | null; channel: DeliveryDto['channel']; key_at: string }
interface Refusing { personId: string; email: string; since: Instant; code: string }

/** Every attempt to mail or push to somebody of the asker's hospitals (the database shows no others), newest first; and the addresses that take no mail. */
@Injectable()
export class DeliveryReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  page(by: Asker, query: DeliveryQueryDto): Promise<DeliveryPageDto> {
    return this.reader.plain(by, async (rows) => {
      const size = pageSize(query.limit, 50);
      const conditions = new Conditions().when(query.personId, 'a.person_id = ?').when(query.result, 'a.result = ?');
      const key = keyOf(query.after);
      if (key) conditions.and(beforeKey('a.at', 'a.mail_id', conditions.values.length + 1)).values.push(key.at, key.id);
      const found = await rows.query<Row>(`select a.mail_id as "mailId", a.at, a.person_id as "personId", p.email, a.messages, a.topic, a.result, a.code, a.smtp_code as "smtpCode", a.http_status as "httpStatus", a.channel, ${keyColumn('a.at')} as key_at
        from mail_attempt a join person p on p.id = a.person_id where ${conditions.where} order by a.at desc, a.mail_id desc limit ${size + 1}`, conditions.values);
      const names = new Names(await this.directories.at(rows), by.language);
      const { page, more } = cut(found, size);
      const last = page.at(-1);
      return {
        items: page.map(({ personId, key_at: _key, ...attempt }) => ({ ...attempt, person: names.person(personId) })), refusing: await this.refusing(rows, names),
        next: more && last ? writeCursor({ at: last.key_at, id: last.mailId }) : null,
      };
    });
  }

  private async refusing(rows: Rows, names: Names): Promise<RefusingAddressDto[]> {
    const found = await rows.query<Refusing>(`select p.id as "personId", p.email, p.mail_refused_at as since, p.mail_refused_code as code from person p
      where p.mail_refused_at is not null and p.active and exists (select 1 from post o where o.person_id = p.id and holds_post(o.institution_id, array['admin'])) order by p.mail_refused_at, p.id limit 200`);
    return found.map(({ personId, ...address }) => ({ ...address, person: names.person(personId) }));
  }
}
