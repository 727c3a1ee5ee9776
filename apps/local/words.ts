import type { Status } from './calendar-answer.js';

/** Words of the pages that exist on one machine only. The product's own stand in libs/locales. */
export interface Words {
  readonly direction: 'ltr' | 'rtl';
  readonly chooseTitle: string;
  readonly chooseIntro: string;
  readonly demoNotice: string;
  readonly again: (name: string) => string;
  readonly nobody: string;
  readonly expired: string;
  readonly failed: string;
  readonly mails: string;
  readonly mailIntro: string;
  readonly noMails: string;
  readonly to: string;
  readonly from: string;
  readonly sent: string;
  readonly subject: string;
  readonly attachments: string;
  readonly back: string;
  readonly notFound: string;
  readonly asCalendar: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly answered: string;
  readonly notTaken: (why: string) => string;
}

const en: Words = {
  direction: 'ltr',
  chooseTitle: 'Sign in to Consilium',
  chooseIntro: 'Choose the person to sign in as. No password is asked.',
  demoNotice: 'This sign-in is for trying Consilium on one machine. The people are invented. It is never part of a hospital’s installation.',
  again: (name) => `Consilium asks for a fresh sign-in, for example before a signature. You were signed in as ${name}.`,
  nobody: 'There is nobody to sign in as yet. Wait until the start has finished, then load this page again.',
  expired: 'This sign-in has run out or was finished already. Go back to Consilium and sign in again.',
  failed: 'Signing in did not work. Go back to Consilium and sign in again.',
  mails: 'Mails that Consilium sent',
  mailIntro: 'They are caught on this machine and go to nobody.',
  noMails: 'No mail has been sent yet.',
  to: 'To', from: 'From', sent: 'Sent', subject: 'Subject', attachments: 'Attachments', back: 'All mails', notFound: 'There is no such mail.',
  asCalendar: 'Answer as this person’s calendar would', status: { ACCEPTED: 'Accept', TENTATIVE: 'Perhaps', DECLINED: 'Decline' },
  answered: 'The answer went to Consilium by mail.', notTaken: (why) => `Consilium did not take the answer: ${why}`,
};

const he: Words = {
  direction: 'rtl',
  chooseTitle: 'כניסה ל־Consilium',
  chooseIntro: 'בחרו את האדם שבשמו תיכנסו. לא נדרשת סיסמה.',
  demoNotice: 'כניסה זו נועדה לניסוי של Consilium על מחשב אחד. האנשים בדויים. היא לעולם אינה חלק מהתקנה בבית חולים.',
  again: (name) => `Consilium מבקש כניסה מחודשת, למשל לפני חתימה. הייתם מחוברים בשם ${name}.`,
  nobody: 'עדיין אין בשם מי להיכנס. המתינו לסיום ההפעלה וטענו שוב את הדף.',
  expired: 'תוקף הכניסה פג או שהיא כבר הושלמה. חזרו ל־Consilium והיכנסו שוב.',
  failed: 'הכניסה לא הצליחה. חזרו ל־Consilium והיכנסו שוב.',
  mails: 'הודעות ש־Consilium שלח',
  mailIntro: 'ההודעות נלכדות במחשב זה ואינן נשלחות לאיש.',
  noMails: 'עדיין לא נשלחה הודעה.',
  to: 'אל', from: 'מאת', sent: 'נשלח', subject: 'נושא', attachments: 'צרופות', back: 'כל ההודעות', notFound: 'אין הודעה כזאת.',
  asCalendar: 'מענה כפי שהיומן של אדם זה היה עונה', status: { ACCEPTED: 'אישור', TENTATIVE: 'אולי', DECLINED: 'סירוב' },
  answered: 'התשובה נשלחה אל Consilium בדואר.', notTaken: (why) => `Consilium לא קיבל את התשובה: ${why}`,
};

const zh: Words = {
  direction: 'ltr',
  chooseTitle: '登录 Consilium',
  chooseIntro: '请选择以谁的身份登录。不需要密码。',
  demoNotice: '此登录方式仅供在一台机器上试用 Consilium。人员均为虚构。它绝不会出现在医院的正式安装中。',
  again: (name) => `Consilium 要求重新登录，例如在签署之前。您先前以${name}的身份登录。`,
  nobody: '目前还没有可登录的人员。请等启动完成后重新加载本页。',
  expired: '本次登录已失效或已完成。请回到 Consilium 重新登录。',
  failed: '登录没有成功。请回到 Consilium 重新登录。',
  mails: 'Consilium 发出的邮件',
  mailIntro: '邮件只留在本机，不会发给任何人。',
  noMails: '尚未发送邮件。',
  to: '收件人', from: '发件人', sent: '发送时间', subject: '主题', attachments: '附件', back: '全部邮件', notFound: '没有此邮件。',
  asCalendar: '像此人的日历那样答复', status: { ACCEPTED: '接受', TENTATIVE: '待定', DECLINED: '拒绝' },
  answered: '答复已通过邮件发给 Consilium。', notTaken: (why) => `Consilium 未接受答复：${why}`,
};

export type Language = 'en' | 'he' | 'zh';
export const words: Readonly<Record<Language, Words>> = { en, he, zh };

/** The first language of a preference list (`he-IL, en;q=0.8` or `he en`) that there are words for. */
export function languageOf(...preferences: readonly (string | undefined)[]): Language {
  const wished = preferences.flatMap((list) => (list ?? '').toLowerCase().split(/[\s,]+/)).map((tag) => tag.split(/[-;]/)[0]);
  return wished.find((tag): tag is Language => tag !== undefined && Object.hasOwn(words, tag)) ?? 'en';
}
