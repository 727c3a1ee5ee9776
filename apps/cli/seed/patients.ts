import type { HumanName } from '#domain';
import type { Patient } from './case-script.js';

const name = (script: string, family: string | null, given: string | null, patronymic: string | null = null): HumanName =>
  ({ script, family, given, patronymic, notKnownBecause: family === null || given === null ? 'One name only' : null });

/** Family names say that they are examples: "Testova", "Primerov", "Dugma", "Ulgi". No such person exists. */
export const patients = {
  story: { names: [name('Cyrl', 'Тестова', 'Айгерім', 'Үлгіқызы'), name('Latn', 'Testova', 'Aigerim')], born: '2004-05-14', sex: 'female', identifier: '040514000012' },
  returned: { names: [name('Cyrl', 'Примеров', 'Данияр'), name('Latn', 'Primerov', 'Daniyar')], born: '2009-02', sex: 'male', identifier: '090211000038' },
  emergency: { names: [name('Cyrl', 'Үлгүева', 'Бегимай'), name('Latn', 'Ulgueva', 'Begimai')], born: '1988', sex: 'female', identifier: '11804198800123' },
  slides: { names: [name('Cyrl', 'Образцов', 'Тимур', 'Образцович'), name('Latn', 'Obraztsov', 'Timur')], born: '2001-11-30', sex: 'male', identifier: '011130000077' },
  overdue: { names: [name('Hebr', 'דוגמה', 'יעל'), name('Latn', 'Dugma', 'Yael')], born: '1969-03-03', sex: 'female', identifier: '000000018', allergies: { state: 'some', list: ['Penicillin'] } },
  discordant: { names: [name('Cyrl', 'Сынақова', 'Мадина'), name('Latn', 'Synakova', 'Madina')], born: '1996-07-21', sex: 'female', identifier: '960721000054' },
  deferred: { names: [name('Cyrl', 'Тестбаев', 'Арман'), name('Latn', 'Testbayev', 'Arman')], born: '1979-09-09', sex: 'male', identifier: '790909000041' },
  dissent: { names: [name('Cyrl', 'Пробная', 'Светлана', 'Петровна'), name('Latn', 'Probnaya', 'Svetlana')], born: '1990-01-17', sex: 'female', identifier: '900117000029' },
  transfer: { names: [name('Cyrl', 'Үлгібек', 'Ерасыл'), name('Latn', 'Ulgibek', 'Yerassyl')], born: '2007-12-05', sex: 'male', identifier: '071205000066' },
  refused: { names: [name('Cyrl', 'Мисалов', 'Эркин'), name('Latn', 'Misalov', 'Erkin')], born: '1958', sex: 'male', identifier: '21305195800091', allergies: { state: 'notAsked' } },
  followUp: { names: [name('Hebr', 'לדוגמה', 'דוד'), name('Latn', 'LeDugma', 'David')], born: '1951-04-28', sex: 'male', identifier: '000000026' },
  held: { names: [name('Cyrl', 'Экземплярова', 'Камила'), name('Latn', 'Exemplyarova', 'Kamila')], born: '2011-06-02', sex: 'female', identifier: '110602000083' },
  closed: { names: [name('Cyrl', null, 'Нурбек'), name('Latn', null, 'Nurbek')], born: null, sex: 'male', identifier: null },
  standard: { names: [name('Cyrl', 'Макетова', 'Гүлнар'), name('Latn', 'Maketova', 'Gulnar')], born: '1972-08-14', sex: 'female', identifier: '21408197200045' },
  // The year in the papers is wrong, as the identifier shows: its case tells how that was found.
  fracture: { names: [name('Cyrl', 'Нускаева', 'Жылдыз'), name('Latn', 'Nuskayeva', 'Jyldyz')], born: '1958-03-12', sex: 'female', identifier: '11203198500061' },
  breast: { names: [name('Cyrl', 'Мисалова', 'Айпери'), name('Latn', 'Misalova', 'Aiperi')], born: '1988-02-19', sex: 'female', identifier: '11902198800057' },
  stomach: { names: [name('Hebr', 'דוגמאי', 'רון'), name('Latn', 'Dugmai', 'Ron')], born: '1962-10-11', sex: 'male', identifier: '000000034' },
} satisfies Record<string, Patient>;
