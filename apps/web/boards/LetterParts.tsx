import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import type { PartProps } from './BoardEditor.js';
import styles from './Boards.module.css';
import type { Letter } from './definition.js';
import { allParts, lastingParts, moved, textPart, usualLetter, withoutText, withPart } from './letter.js';
import { OwnLetterText } from './OwnLetterText.js';

/** What the letters of the board say after the recommendation, in which order, with blocks of its own. */
export function LetterParts({ definition, change }: PartProps) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const letter = definition.letter ?? usualLetter;
  const set = change && ((next: Letter) => change({ ...definition, letter: next }));
  return (
    <Card title={t('admin.board.letter.title')} actions={set && <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>{t('admin.board.letter.addText')}</Button>}>
      <p className={`quiet small ${styles.letterWhat}`}><T k="admin.board.letter.what" /></p>
      <ol className={styles.parts}>{allParts(letter).map((part) => <Part key={part} part={part} letter={letter} set={set} />)}</ol>
      {adding && set && <OwnLetterText onClose={() => setAdding(false)} onAdd={(next) => { set(next(letter)); setAdding(false); }} />}
    </Card>
  );
}

function Part({ part, letter, set }: { part: string; letter: Letter; set: ((next: Letter) => void) | null }) {
  const t = useT();
  const language = useLanguage();
  const own = letter.texts?.find(({ id }) => textPart(id) === part);
  const name = own ? (own.title[language] ?? own.title['en'] ?? own.id) : t(`admin.board.letter.part.${part}`);
  const stands = letter.parts.includes(part);
  const place = letter.parts.indexOf(part);
  const lasting = lastingParts.includes(part);
  return (
    <li className={styles.letterPart} data-left-out={!stands || undefined}>
      {set && !own && !lasting ? <Checkbox checked={stands} label={name} onChange={(event) => set(withPart(letter, part, event.currentTarget.checked))} /> : <bdi className={set ? styles.lasting : undefined}>{name}</bdi>}
      <span className="quiet small">{own && <T k="admin.board.letter.own" />}{!stands && <T k="admin.board.letter.leftOut" />}{set && lasting && <T k="admin.board.letter.always" />}</span>
      {set && stands && (
        <span className={styles.moves}>
          <Button size="compact-sm" variant="subtle" aria-label={t('admin.board.letter.up', { part: name })} disabled={place === 0} onClick={() => set(moved(letter, part, -1))}>↑</Button>
          <Button size="compact-sm" variant="subtle" aria-label={t('admin.board.letter.down', { part: name })} disabled={place === letter.parts.length - 1} onClick={() => set(moved(letter, part, 1))}>↓</Button>
          {own && <Button size="compact-sm" variant="subtle" aria-label={t('admin.board.letter.remove', { part: name })} onClick={() => set(withoutText(letter, own.id))}>×</Button>}
        </span>
      )}
      {own && <p className={styles.ownText} dir="auto">{own.text[language] ?? own.text['en']}</p>}
    </li>
  );
}
