import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Changes, Reads } from '../http/access.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { NotificationPageDto, NotificationQueryDto, ReadDoneDto, ReadNotificationDto } from './notification.dto.js';
import { Notifications } from './notifications.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationController {
  constructor(private readonly own: Notifications) {}

  /** What one was told, newest first, with the mail's delivery log. */
  @Get() @Reads('nothing')
  notifications(@By() by: Asker, @Query() query: NotificationQueryDto): Promise<NotificationPageDto> {
    return this.own.page(by, query);
  }

  @Post('read-all') @Changes()
  readAllNotifications(@ChangedBy() by: Changer, @Body() _body: ReadNotificationDto): Promise<ReadDoneDto> {
    return this.own.read(by, null);
  }

  @Post(':notificationId/read') @Changes()
  readNotification(@ChangedBy() by: Changer, @IdParam('notificationId') notificationId: string, @Body() _body: ReadNotificationDto): Promise<ReadDoneDto> {
    return this.own.read(by, notificationId);
  }
}
