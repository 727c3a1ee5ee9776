import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Directory } from '../reading/directory.js';
import type { Rows } from '../reading/reader.js';
import { clockOver } from './clock-over.js';
import { comingMeetings, type Outlook } from './forecast-of.js';
import { UsualTimes } from './usual-times.js';

/** What the forecasts of one answer have in common, read once. */
@Injectable()
export class Outlooks {
  constructor(private readonly times: UsualTimes, @Inject(CLOCK) private readonly clock: Clock) {}

  async at(rows: Rows, directory: Directory): Promise<Outlook> {
    return { directory, clock: clockOver(directory), meetings: await comingMeetings(rows), usual: await this.times.at(rows), now: this.clock() };
  }
}
