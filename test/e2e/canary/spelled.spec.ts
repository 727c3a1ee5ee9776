import { findIn } from './places.js';

const word = 'Үлгіева Аружан';
const within = (bytes: Buffer | string): readonly string[] => [word, 'nobody'].filter((each) => findIn([{ name: 'here', parts: [Buffer.from(bytes)] }], each).length > 0);

describe('a word in bytes', () => {
  it.each([
    ['as it is', `x ${word} y`], ['two bytes a letter', Buffer.from(`x ${word} y`, 'utf16le')], ['two bytes a letter, the other way', Buffer.from(`x ${word} y`, 'utf16le').swap16()],
    ['escaped in JSON', `"${[...word].map((letter) => (letter === ' ' ? ' ' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')}"`],
    ['in a URL', `/?name=${encodeURIComponent(word)}`], ['in a form', new URLSearchParams({ name: word }).toString()],
    ['base64, first place', Buffer.from(`abc${word}y`).toString('base64')], ['base64, second place', Buffer.from(`a${word} yy`).toString('base64')], ['base64, third place', Buffer.from(`ab${word}`).toString('base64')],
    ['base64 in a URL', Buffer.from(`ab${word}y`).toString('base64url')], ['quoted-printable', `x ${[...Buffer.from(word)].map((byte) => (byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`)).join('')}`],
  ])('%s', (_how, bytes) => {
    expect(within(bytes)).toEqual([word]);
  });

  it('is not found where another stands', () => {
    expect(within('Үлгіева Айгүл')).toEqual([]);
  });
});
