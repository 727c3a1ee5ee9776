import { Injectable, Inject } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Fact, Refusal } from '#domain';
import { looksLikeId } from '../http/fields.js';
import { RefusalError } from './refusal-error.js';
import { DOOR_SOURCE } from './tokens.js';

/** "Taken by Dr Li at 10:02:07": people whom a refusal names by id, by name. */
@Injectable()
export class Enriched {
  constructor(@Inject(DOOR_SOURCE) private readonly door: DataSource) {}

  async error(refusal: Refusal): Promise<RefusalError> {
    const ids = Object.entries(refusal.facts).filter((fact): fact is [string, string] => typeof fact[1] === 'string' && looksLikeId(fact[1]));
    if (ids.length === 0) return new RefusalError(refusal);
    const known = await this.door.query<{ id: string; name: string }[]>('select id, name from person where id = any($1::uuid[])', [ids.map(([, id]) => id)]);
    const names: Record<string, Fact> = {};
    for (const [fact, id] of ids) {
      const name = known.find((person) => person.id === id)?.name;
      if (name !== undefined) Object.assign(names, { [fact]: name, [`${fact}Id`]: id });
    }
    return new RefusalError(refusal, names);
  }
}
