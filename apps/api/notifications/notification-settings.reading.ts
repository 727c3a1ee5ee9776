import { Injectable } from '@nestjs/common';
import { defaultSettings, isLocked, notificationTopics, settingOf, type NotificationSettings } from '#domain';
import type { Asker } from '../http/request.js';
import { Reader } from '../reading/reader.js';
import { mailLanguages, type NotificationSettingsDto } from './notification.dto.js';
import { PushBrowsers } from './push-browsers.js';

interface Row { settings: NotificationSettings | null; language: string; zone: string; email: string }

/** How the asker hears of things: what was set, and the defaults for the rest. */
@Injectable()
export class NotificationSettingsReading {
  constructor(private readonly reader: Reader, private readonly push: PushBrowsers) {}

  own(by: Asker): Promise<NotificationSettingsDto> {
    return this.reader.plain(by, async (rows) => {
      const [row] = await rows.query<Row>('select notification_settings as settings, language, zone, email from person where id = $1', [by.actor.personId]);
      if (!row) throw new Error('Whoever is signed in is a person');
      const settings = row.settings ?? defaultSettings;
      return {
        topics: notificationTopics.map((topic) => ({ topic, ...settingOf(settings, topic), locked: isLocked(topic) })), quietHours: settings.quietHours, digestAt: settings.digestAt,
        language: row.language, languages: [...new Set([...mailLanguages, row.language])], zone: row.zone, email: row.email, push: await this.push.own(rows, by), version: settings.version,
      };
    });
  }
}
