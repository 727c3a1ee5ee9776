import { mergedProposal } from './merge-proposal.js';
import { caretAfter, mergedText } from './merge-text.js';
import { answersOf, proposalOf } from './proposal-answers.js';
import { emptyProposal, type Proposal } from './proposal.js';

const with_ = (part: Partial<Proposal>): Proposal => ({ ...emptyProposal('left'), ...part });

describe('two who type in one text', () => {
  const base = 'Resection of the pelvis.';
  it.each([
    ['only I typed', 'Wide resection of the pelvis.', base, 'Wide resection of the pelvis.', false],
    ['only they typed', base, 'Resection of the pelvis. Then MAP.', 'Resection of the pelvis. Then MAP.', false],
    ['in different places', 'Wide resection of the pelvis.', 'Resection of the pelvis. Then MAP.', 'Wide resection of the pelvis. Then MAP.', false],
    ['both at the end', 'Resection of the pelvis. Mine.', 'Resection of the pelvis. Theirs.', 'Resection of the pelvis. Theirs.\nMine.', true],
    ['the same', 'Resection of the hip.', 'Resection of the hip.', 'Resection of the hip.', false],
    ['I took it all out while they typed', '', 'Resection of the pelvis, then MAP.', 'Resection of the pelvis, then MAP.', true],
  ])('%s', (_what, mine, theirs, text, both) => {
    expect(mergedText(base, mine, theirs)).toEqual({ text, both });
  });
  it('never lose a word, wherever they type', () => {
    for (let mineAt = 0; mineAt <= base.length; mineAt += 1) {
      for (let theirsAt = 0; theirsAt <= base.length; theirsAt += 1) {
        const { text } = mergedText(base, `${base.slice(0, mineAt)}MINE${base.slice(mineAt)}`, `${base.slice(0, theirsAt)}THEIRS${base.slice(theirsAt)}`);
        expect([text, text.includes('MINE'), text.includes('THEIRS')]).toEqual([text, true, true]);
      }
    }
  });
  it('keep the caret at their own words', () => {
    expect(caretAfter('abc def', 'xx abc def', 5)).toBe(8);
    expect(caretAfter('abc def', 'abc def ghi', 3)).toBe(3);
  });
});

describe('two who type in one proposal', () => {
  it('meet field by field, in a list code by code, in rows row by row', () => {
    const base = with_({ modalities: ['surgery'], options: [{ id: 'a', option: 'Surgery', favours: '', against: '' }] });
    const mine = { ...base, proposal: 'Mine', modalities: ['surgery', 'trial'], options: [{ id: 'a', option: 'Surgery', favours: 'margins', against: '' }, { id: 'b', option: 'Waiting', favours: '', against: '' }] };
    const theirs = { ...base, rationale: 'Theirs', modalities: ['radiotherapy'], options: [{ id: 'a', option: 'Surgery', favours: '', against: 'function' }, { id: 'c', option: 'Trial', favours: '', against: '' }] };
    const { proposal, both } = mergedProposal(base, mine, theirs);
    expect(both).toEqual([]);
    expect(proposal).toMatchObject({ proposal: 'Mine', rationale: 'Theirs', modalities: ['radiotherapy', 'trial'] });
    expect(proposal.options).toEqual([{ id: 'a', option: 'Surgery', favours: 'margins', against: 'function' }, { id: 'c', option: 'Trial', favours: '', against: '' }, { id: 'b', option: 'Waiting', favours: '', against: '' }]);
  });
  it('are told of a choice that both made, and of a row that one took out while the other typed in it', () => {
    const base = with_({ intent: null, dissents: [{ id: 'd', personId: 'p', reason: 'no' }] });
    const chosen = mergedProposal(base, { ...base, intent: 'curative' }, { ...base, intent: 'palliative' });
    expect([chosen.proposal.intent, chosen.both]).toEqual(['curative', ['intent']]);
    const typed = { ...base, dissents: [{ id: 'd', personId: 'p', reason: 'no, since margins are close' }] };
    expect(mergedProposal(base, { ...base, dissents: [] }, typed).proposal.dissents).toEqual(typed.dissents);
    expect(mergedProposal(base, { ...base, dissents: [] }, base).proposal.dissents).toEqual([]);
  });
});

describe('a draft on the server', () => {
  it('comes back as it was typed', () => {
    const typed = with_({ intent: 'curative', modalities: ['surgery'], offGuideline: true, dueDate: '2026-12-20', pendingResults: [{ id: 'x', what: 'MRI', ownerId: 'p', dueDate: '', wouldChange: '' }] });
    expect(proposalOf(answersOf(typed), 'left')).toEqual(typed);
    expect(answersOf(emptyProposal(null))).toEqual({});
    expect(proposalOf({}, 'right')).toEqual(emptyProposal('right'));
  });
});
