import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

const most = 1000;

/** One caught mail as pages and tests see it. */
export interface Mail {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly sent: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  /** The calendar file in it, as it stands. */
  readonly calendar: string | null;
}

/** Caught mails as files, so that they are still there after the next start. */
export class Mailbox {
  #count = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Keeps a mail before its sender is told so; the oldest beyond a thousand go. */
  keep(source: Buffer): void {
    this.#count += 1;
    const id = `${Date.now()}-${process.pid}-${String(this.#count).padStart(6, '0')}`;
    const file = join(this.folder, `${id}.eml`);
    writeFileSync(`${file}.part`, source, { mode: 0o600 });
    renameSync(`${file}.part`, file);
    for (const old of this.ids().slice(most)) rmSync(join(this.folder, `${old}.eml`), { force: true });
  }

  /** Newest first. */
  ids(): string[] {
    return readdirSync(this.folder).filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4)).sort().reverse();
  }

  async read(id: string): Promise<Mail | undefined> {
    if (!this.ids().includes(id)) return undefined;
    return asMail(id, await simpleParser(readFileSync(join(this.folder, `${id}.eml`))));
  }

  async all(): Promise<Mail[]> {
    const mails = await Promise.all(this.ids().map((id) => this.read(id)));
    return mails.flatMap((mail) => mail ?? []);
  }
}

function asMail(id: string, mail: ParsedMail): Mail {
  const to = [mail.to ?? []].flat().map((each) => each.text).join(', ');
  return {
    id, to, messageId: mail.messageId ?? '', from: mail.from?.text ?? '', subject: mail.subject ?? '',
    sent: mail.date?.toISOString() ?? '', text: mail.text ?? '',
    attachments: mail.attachments.map((each) => ({ name: each.filename ?? 'attachment', type: each.contentType, bytes: each.size })),
    calendar: mail.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString() ?? mail.attachments.find(({ filename }) => filename?.endsWith('.ics'))?.content.toString() ?? null,
  };
}
