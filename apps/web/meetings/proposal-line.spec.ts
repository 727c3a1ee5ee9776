import { ProblemError } from '../api/problem.js';
import type { Answers } from '../kit/form/definition.js';
import { ProposalLine, type Server } from './proposal-line.js';
import type { Unsent } from './unsent.js';

/** A server that keeps drafts as ours does: a save says which version it saw. */
class Room {
  version = 0;
  answers: Answers = {};
  down = false;
  saves = 0;
  by = '';
  server(name: string): Server {
    const reached = <T>(answer: () => T): Promise<T> => (this.down ? Promise.reject(new TypeError('no line')) : Promise.resolve().then(answer));
    const who = () => ({ by: { id: this.by, name: this.by }, at: null });
    return {
      read: () => reached(() => ({ draftId: 'draft', version: this.version, answers: this.answers, ...who() })) as ReturnType<Server['read']>,
      version: () => reached(() => ({ version: this.version, ...who() })) as ReturnType<Server['version']>,
      save: (_draftId, seen, answers) => reached(() => {
        if (seen !== this.version) throw new ProblemError({ status: 409, code: 'DRAFT.NEWER_VERSION' });
        Object.assign(this, { version: seen + 1, answers, by: name, saves: this.saves + 1 });
        return { draftId: 'draft', version: this.version, savedAt: '2026-11-12T07:00:00.000Z' };
      }),
    };
  }
}
class Shelf {
  unsent: Unsent | null = null;
  kept = () => this.unsent;
  keep = (unsent: Unsent | null) => { this.unsent = unsent; };
}
// Nothing is sent by the clock here: each exchange is asked for.
const never = 10_000_000;
const lines: ProposalLine[] = [];
const open = (room: Room, name: string, shelf = new Shelf()) => { const line = new ProposalLine('left', room.server(name), shelf, never); lines.push(line); return line; };
const said = (room: Room, field: string) => { const answer = room.answers[field]; return answer?.state === 'given' ? answer.value : null; };
afterEach(() => { for (const line of lines.splice(0)) line.end(); });

describe('two scribes', () => {
  it('type at once, and no word is lost; both see all of it', async () => {
    const room = new Room();
    const [a, b] = [open(room, 'A'), open(room, 'B')];
    await Promise.all([a.look(), b.look()]);
    a.change({ proposal: 'Resection.', intent: 'curative' });
    b.change({ proposal: 'MAP first.', rationale: 'Margins.' });
    expect([await a.flush(), await b.flush()]).toEqual([true, true]);
    await a.look();
    expect(a.state.mine).toEqual(b.state.mine);
    expect(a.state.mine.proposal).toBe('Resection.\nMAP first.');
    expect(a.state.mine).toMatchObject({ intent: 'curative', rationale: 'Margins.' });
    expect([b.state.both, b.state.other]).toEqual([['proposal'], 'A']);
    b.settled();
    expect(b.state.both).toEqual([]);
  });
});

describe('a line that is down', () => {
  it('keeps what is typed, over a reload too, says since when, and sends it with what others typed meanwhile', async () => {
    const room = new Room();
    const shelf = new Shelf();
    const before = open(room, 'A', shelf);
    await before.look();
    room.down = true;
    before.change({ proposal: 'Typed on the way.' });
    expect(await before.flush()).toBe(false);
    expect(before.state).toMatchObject({ down: true, unsentSince: shelf.unsent?.since });
    room.down = false;
    const other = open(room, 'B');
    other.change({ conditions: 'If fit.' });
    await other.flush();
    const reloaded = open(room, 'A', shelf);
    expect(reloaded.state.mine.proposal).toBe('Typed on the way.');
    expect(await reloaded.flush()).toBe(true);
    expect([said(room, 'proposal'), said(room, 'conditions')]).toEqual(['Typed on the way.', 'If fit.']);
    expect([shelf.unsent, reloaded.state.unsentSince, reloaded.state.down]).toEqual([null, null, false]);
  });
  it('sends nothing twice, and nothing where nothing was typed', async () => {
    const room = new Room();
    const line = open(room, 'A');
    await line.look();
    await line.flush();
    expect(room.saves).toBe(0);
    line.change({ proposal: 'Once.' });
    await Promise.all([line.flush(), line.flush()]);
    expect(room.saves).toBe(1);
  });
  it('keeps nothing here once the case was decided elsewhere, or left the agenda', async () => {
    const room = new Room();
    const shelf = new Shelf();
    const gone = () => Promise.reject(new ProblemError({ status: 404, code: 'ACCESS.NOT_FOUND' }));
    const line = new ProposalLine('left', { ...room.server('A'), version: gone, save: gone }, shelf, never);
    lines.push(line);
    await line.look();
    line.change({ proposal: 'x' });
    expect(shelf.unsent).not.toBeNull();
    await line.flush();
    expect(shelf.unsent).toBeNull();
  });
  it('keeps nothing here once it was recorded', async () => {
    const room = new Room();
    const shelf = new Shelf();
    const line = open(room, 'A', shelf);
    room.down = true;
    line.change({ proposal: 'x' });
    await line.flush();
    expect(shelf.unsent).not.toBeNull();
    line.end();
    expect(shelf.unsent).toBeNull();
  });
});
