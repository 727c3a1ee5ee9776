import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { DeliveryPageDto, DeliveryQueryDto } from './delivery.dto.js';
import { DeliveryReading } from './delivery.reading.js';
import { AcknowledgeEscalationDto, ChangeNotificationSettingsDto, MuteNotificationsDto, NotificationPageDto, NotificationQueryDto, NotificationSettingsDto, ReadDoneDto, ReadNotificationDto, SubscribedDto, SubscribePushDto, UnsubscribePushDto } from './notification.dto.js';
import { NotificationSettingsReading } from './notification-settings.reading.js';
import { Notifications } from './notifications.js';
import { PushBrowsers } from './push-browsers.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationController {
  constructor(private readonly own: Notifications, private readonly settings: NotificationSettingsReading, private readonly deliveries: DeliveryReading, private readonly push: PushBrowsers, private readonly commands: Commands) {}

  /** What one was told, newest first, with the mail's delivery log. */
  @Get() @Reads('nothing')
  notifications(@By() by: Asker, @Query() query: NotificationQueryDto): Promise<NotificationPageDto> {
    return this.own.page(by, query);
  }

  /** Delivery log of the mails and push messages to people of one's own hospitals, and the addresses that take none. */
  @Get('deliveries') @Reads('nothing', ['admin'])
  mailDeliveries(@By() by: Asker, @Query() query: DeliveryQueryDto): Promise<DeliveryPageDto> {
    return this.deliveries.page(by, query);
  }

  /** How one hears of what, by kind and channel. */
  @Get('settings') @Reads('nothing')
  notificationSettings(@By() by: Asker): Promise<NotificationSettingsDto> {
    return this.settings.own(by);
  }

  @Post('settings') @Changes()
  changeNotificationSettings(@ChangedBy() by: Changer, @Body() body: ChangeNotificationSettingsDto): Promise<DoneDto> {
    const topics = Object.fromEntries(body.topics.map(({ topic, product, mail, push }) => [topic, { product, mail, ...(push === undefined ? {} : { push }) }]));
    const quietHours = body.quietHours && { from: body.quietHours.from, to: body.quietHours.to };
    return this.commands.put(by, 'changeNotificationSettings', by.actor.personId, { topics, quietHours, digestAt: body.digestAt, language: body.language },
      body.seenVersion === undefined ? {} : { seenVersion: body.seenVersion });
  }

  /** Messages of one kind by one channel no longer, or again. */
  @Post('settings/mute') @Changes()
  muteNotifications(@ChangedBy() by: Changer, @Body() { topic, channel, muted }: MuteNotificationsDto): Promise<DoneDto> {
    return this.commands.put(by, 'muteNotifications', by.actor.personId, { topic, channel, muted });
  }

  /** This browser takes push messages from now on. */
  @Post('push') @Changes()
  subscribePush(@ChangedBy() by: Changer, @Body() body: SubscribePushDto): Promise<SubscribedDto> {
    return this.push.subscribe(by, body);
  }

  /** A browser of one's own takes none any more. */
  @Post('push/remove') @Changes()
  unsubscribePush(@ChangedBy() by: Changer, @Body() { id }: UnsubscribePushDto): Promise<SubscribedDto> {
    return this.push.unsubscribe(by, id);
  }

  @Post('read-all') @Changes()
  readAllNotifications(@ChangedBy() by: Changer, @Body() _body: ReadNotificationDto): Promise<ReadDoneDto> {
    return this.own.read(by, null);
  }

  /** "I know of this escalation": an event of the case. */
  @Post(':notificationId/acknowledge') @Changes()
  async acknowledgeEscalation(@ChangedBy() by: Changer, @IdParam('notificationId') notificationId: string, @Body() _body: AcknowledgeEscalationDto): Promise<DoneDto> {
    const { caseId, taskId, mark } = await this.own.escalation(by, notificationId);
    return this.commands.put(by, 'acknowledgeEscalation', caseId, { taskId, mark });
  }

  @Post(':notificationId/read') @Changes()
  readNotification(@ChangedBy() by: Changer, @IdParam('notificationId') notificationId: string, @Body() _body: ReadNotificationDto): Promise<ReadDoneDto> {
    return this.own.read(by, notificationId);
  }
}
