import { inReview, me } from '../cases/stand.fixture.js';
import type { World } from '../cases/world.fixture.js';

const withTwo = (language = 'en'): World => {
  const world = inReview();
  for (const [documentId, its] of [['original', 'ru'], ['translated', language]] as const) world.put('addDocument', { documentId, fileId: documentId, kind: 'translation', language: its, sha256: documentId }, me(world, 'aliya'));
  return world;
};
const attach = (world: World, over: object = {}, by = 'aliya') => world.put('attachTranslation', { documentId: 'translated', ofId: 'original', how: 'person', translatorId: null, ...over }, me(world, by));
const verify = (world: World, by: string) => world.put('verifyTranslation', { documentId: 'translated' }, me(world, by));
const stands = (world: World) => world.theCase.documents['translated']?.translation;

describe('a translation', () => {
  it('belongs to its original and is not verified until somebody else has held both side by side', () => {
    const world = withTwo();
    expect(verify(world, 'he')).toMatchObject({ code: 'TRANSLATION.NONE' });
    expect(attach(world)).toBeNull();
    expect(stands(world)).toEqual({ ofId: 'original', how: 'person', translatorId: null, verified: null });
    expect(verify(world, 'aliya')).toMatchObject({ code: 'TRANSLATION.OWN' });
    expect(verify(world, 'asel')).toMatchObject({ refused: true });
    expect(verify(world, 'he')).toBeNull();
    expect(stands(world)).toMatchObject({ verified: { by: 'he', at: world.now } });
    expect(verify(world, 'dana')).toMatchObject({ code: 'TRANSLATION.VERIFIED_ALREADY', facts: { by: 'he' } });
  });

  it('by a named translator is not verified by that person; one by a machine may be by whoever brought it', () => {
    const named = withTwo();
    expect(attach(named, { translatorId: 'nobody' })).toMatchObject({ code: 'TRANSLATION.TRANSLATOR_UNKNOWN', field: 'translatorId' });
    attach(named, { translatorId: 'he' });
    expect(verify(named, 'he')).toMatchObject({ code: 'TRANSLATION.OWN' });
    expect(verify(named, 'aliya')).toBeNull();
    const machine = withTwo();
    attach(machine, { how: 'machine', translatorId: 'he' });
    expect(stands(machine)).toMatchObject({ how: 'machine', translatorId: null });
    expect(verify(machine, 'aliya')).toBeNull();
  });

  it('that is said to be another\'s is verified anew', () => {
    const world = withTwo();
    attach(world);
    verify(world, 'he');
    attach(world, { how: 'machine' });
    expect(stands(world)).toMatchObject({ how: 'machine', verified: null });
  });

  it.each([
    ['itself', { ofId: 'translated' }, 'TRANSLATION.OF_ITSELF'], ['what is not there', { ofId: 'nothing' }, 'DOCUMENT.NOT_FOUND'],
  ])('is not one of %s', (_what, over, code) => {
    expect(attach(withTwo(), over)).toMatchObject({ code });
  });

  it('is in another language, and not one of a translation', () => {
    expect(attach(withTwo('ru'))).toMatchObject({ code: 'TRANSLATION.SAME_LANGUAGE' });
    const world = withTwo();
    attach(world);
    expect(attach(world, { documentId: 'original', ofId: 'translated' })).toMatchObject({ code: 'TRANSLATION.OF_ITSELF' });
  });
});
