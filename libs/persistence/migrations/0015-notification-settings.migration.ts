import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each person set about messages, and of which topic a message is: so that the list and the mails can honour it. */
export class NotificationSettings1790000000015 implements MigrationInterface {
  readonly name = 'NotificationSettings1790000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person add column notification_settings jsonb');
    await runner.query(`alter table notification add column topic text not null default 'caseCourse', add column in_product boolean not null default true`);
    await runner.query(`update notification set topic = case mark_kind when 'escalate' then 'escalation' when 'expire' then 'lapse' when 'remind' then 'reminder'
      else case when kind in ('taskOffered', 'taskReopened') then 'offer' when kind = 'taskAssigned' then 'ownTask' else 'caseCourse' end end`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notification drop column topic, drop column in_product');
    await runner.query('alter table person drop column notification_settings');
  }
}
