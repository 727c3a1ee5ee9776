import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { AnswerAddress } from '#integrations';
import type { AnswerTaker } from './answer-taker.js';

export interface ListenerSettings { readonly host: string; readonly port: number }

/** A calendar's answer is a few kilobytes. */
const mostBytes = 256 * 1024;

/** What the sending server hears, and tells its user: replies of RFC 5321 with the codes of RFC 3463. No address stands in them. */
const replies = {
  oneAtATime: [452, '4.5.3 One recipient at a time'],
  notHere: [550, '5.1.1 Nobody reads this address'],
  tooLarge: [552, '5.3.4 Too large for an answer of a calendar'],
  noAnswer: [554, '5.6.0 Only answers of calendars are read here: please open the meeting in Consilium and answer there'],
  later: [451, '4.3.0 Not recorded: please send it again later'],
} as const;

/**
 * The door for answers that the hospital's mail server passes on (RFC 6047). It takes mail for addresses of ours alone and sends none on. "250" is said once the answer is on record;
 * while the database is away it says "later", and the sending server keeps the mail.
 */
export class AnswersListener {
  private server: SMTPServer | null = null;

  constructor(private readonly settings: ListenerSettings, private readonly address: AnswerAddress, private readonly taker: Pick<AnswerTaker, 'take'>) {}

  /** Once it listens, this does nothing. Throws where the port is taken; `onLater` hears why a mail has to come again. */
  async listen(onLater: (error: unknown) => void): Promise<void> {
    if (this.server !== null) return;
    const server = this.made(onLater);
    // A peer that hangs up in the middle is no fault of ours.
    server.on('error', () => undefined);
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(this.settings.port, this.settings.host, () => { server.off('error', failed); listening(); });
    });
    this.server = server;
  }

  /** Connections under way are ended; what was not answered is sent again. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server !== null) await new Promise<void>((closed) => { server.close(closed); });
  }

  private made(onLater: (error: unknown) => void): SMTPServer {
    return new SMTPServer({
      authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, size: mostBytes, maxClients: 20, socketTimeout: 30_000, closeTimeout: 3_000, banner: 'answers to invitations',
      onRcptTo: ({ address }, { envelope }, done) => { done(this.address.tokenIn(address) === null ? refusal('notHere') : envelope.rcptTo.length > 0 ? refusal('oneAtATime') : null); },
      onData: (stream, session, done) => {
        this.take(stream, session).then((refused) => { done(refused); }, (error: unknown) => { onLater(error); done(refusal('later')); });
      },
    });
  }

  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Error | null> {
    const raw = await bytesOf(stream);
    if (raw === null) return refusal('tooLarge');
    const token = this.address.tokenIn(envelope.rcptTo[0]?.address ?? '');
    switch (token === null ? 'unknownAddress' : await this.taker.take(token, raw)) {
      case 'done': return null;
      case 'noAnswer': return refusal('noAnswer');
      case 'unknownAddress': return refusal('notHere');
    }
  }
}

/** Read to its end even where it is too large: the server hears the refusal only then. */
async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  return size > mostBytes ? null : Buffer.concat(chunks);
}

function refusal(what: keyof typeof replies): Error {
  const [responseCode, text] = replies[what];
  return Object.assign(new Error(text), { responseCode });
}
