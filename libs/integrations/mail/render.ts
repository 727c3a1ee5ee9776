/** A mail's subject and its two bodies. Plain text is complete by itself; HTML says the same. */
import { isolateValue } from '../wording/bidi.js';
import { momentText } from '../wording/moments.js';
import { directionOf, fill, type WrittenLanguage } from '../wording/words.js';
import { assertNumber, type Mail, type MailMessage, type SingleMessage, type TaskLine } from './message.js';
import { counted, mailWordsOf, type MailWords } from './words.js';

export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function renderMail({ language, message, link, place, invitation }: Pick<Mail, 'language' | 'message' | 'link' | 'place' | 'invitation'>): Rendered {
  const words = mailWordsOf(language);
  const tell = new Telling(language, words, place);
  const template = words.templates[message.template];
  const values = tell.values(message);
  const answered = invitation?.method === 'REQUEST' && invitation.answerTo !== null ? ` ${words.answerByCalendar}` : '';
  const sentence = `${fill(template.text, values)}${answered}`;
  const lines = message.template === 'digest' || message.template === 'several' ? message.items.map((item) => tell.line(item)) : [];
  return {
    // a subject is one header line, whatever a value holds
    subject: fill(template.subject, values).replace(/[\r\n]+/g, ' '),
    text: [sentence, ...lines.map((line) => `- ${line}`), '', `${template.action}: ${link}`, '', words.foot, ''].join('\n'),
    html: htmlOf({ language, sentence, lines, action: template.action, link, foot: words.foot }),
  };
}

class Telling {
  constructor(
    private readonly language: WrittenLanguage,
    private readonly words: MailWords,
    private readonly place: Mail['place'],
  ) {}

  values(message: MailMessage): Record<string, string> {
    switch (message.template) {
      case 'taskOffered':
      case 'taskHandedOver':
      case 'taskAssigned':
      case 'reminder':
      case 'overdue':
      case 'lapsed':
        return this.task(message);
      case 'escalation':
        return { ...this.task(message), as: this.words.as[message.as] };
      case 'returnedForInformation':
        return { caseNumber: this.number(message.caseNumber), items: counted(this.language, 'items', message.items), due: this.moment(message.due, this.words.noDue) };
      case 'deferred':
        return { caseNumber: this.number(message.caseNumber), cause: this.words.causes[message.cause], nextMeeting: this.moment(message.nextMeetingAt, this.words.noMeeting) };
      case 'letterAvailable':
      case 'handOver':
        return { caseNumber: this.number(message.caseNumber) };
      case 'agenda':
        return { ...this.meeting(message), cases: counted(this.language, 'cases', message.cases) };
      case 'quorumMissing':
      case 'meetingOnDayOff':
      case 'standInAsked':
      case 'answerAsked':
      case 'invitation':
      case 'extraordinary':
      case 'meetingCancelled':
      case 'invitationWithdrawn':
        return this.meeting(message);
      case 'answerNotTaken':
        return { ...this.meeting(message), because: this.words.notTaken[message.because] };
      case 'meetingMoved':
        return { ...this.meeting(message), was: this.moment(message.was, this.words.noMeeting), clock: this.words.clocks[this.clockOf(message)] };
      case 'taskNews':
        return { ...this.task(message), news: this.words.news[message.news] };
      case 'caseNews':
        return { caseNumber: this.number(message.caseNumber), news: this.words.news[message.news] };
      case 'digest':
      case 'several': {
        const [first] = message.items;
        return { notices: counted(this.language, 'notices', message.items.length), first: first === undefined ? '' : this.subject(first) };
      }
    }
  }

  /** One of several, in a line: its subject, and until when. */
  line(item: SingleMessage): string {
    return 'due' in item ? fill(this.words.line, { what: this.subject(item), due: this.moment(item.due, this.words.noDue) }) : this.subject(item);
  }

  private subject(item: SingleMessage): string {
    return fill(this.words.templates[item.template].subject, this.values(item));
  }

  private task({ task, caseNumber, due }: TaskLine): Record<string, string> {
    return { task: this.words.tasks[task], caseNumber: this.number(caseNumber), due: this.moment(due, this.words.noDue) };
  }

  private meeting({ meetingNumber, startsAt }: { readonly meetingNumber: string; readonly startsAt: string }): Record<string, string> {
    return { meetingNumber: this.number(meetingNumber), startsAt: this.moment(startsAt, this.words.noMeeting) };
  }

  /** Whether the reader's clock shows another hour than before, though the meeting's own may not (a change of summer time between the two). */
  private clockOf({ startsAt, was, because }: Extract<SingleMessage, { template: 'meetingMoved' }>): keyof MailWords['clocks'] {
    if (because === 'timeZoneRules') return 'zoneRules';
    const hour = (at: string): string => new Intl.DateTimeFormat('en-GB', { timeZone: this.place.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
    return was === null || hour(was) === hour(startsAt) ? 'same' : 'moves';
  }

  private number(text: string): string {
    return isolateValue(assertNumber(text), directionOf(this.language));
  }

  private moment(instant: string | null, without: string): string {
    return instant === null ? without : momentText(instant, this.place, this.language);
  }
}

function htmlOf(page: { language: WrittenLanguage; sentence: string; lines: readonly string[]; action: string; link: string; foot: string }): string {
  const items = page.lines.map((line) => `<li style="margin:4px 0">${escaped(line)}</li>`).join('');
  const list = items === '' ? '' : `<ul style="padding-inline-start:20px;margin:0 0 20px">${items}</ul>`;
  return `<!doctype html>
<html lang="${page.language}" dir="${directionOf(page.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1c2529;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:560px">
<p style="margin:0 0 20px">${escaped(page.sentence)}</p>
${list}
<p style="margin:0 0 24px"><a href="${escaped(page.link)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:#0b5a63;color:#ffffff;text-decoration:none">${escaped(page.action)}</a></p>
<p style="margin:0;color:#55616b;font-size:13px">${escaped(page.foot)}</p>
</div></body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
