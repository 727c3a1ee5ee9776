import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { languages } from '#locales';
import { FormDialog } from '../admin/FormDialog.js';
import { namesGiven } from '../admin/HospitalFields.js';
import { useT } from '../i18n/useT.js';
import type { Letter } from './definition.js';
import { withText } from './letter.js';

type Words = Record<string, string>;

/** A block of the board's own for its letters: in English, which stands where another language is missing, and in others. */
export function OwnLetterText({ onClose, onAdd }: { onClose: () => void; onAdd: (next: (letter: Letter) => Letter) => void }) {
  const t = useT();
  const [title, setTitle] = useState<Words>({});
  const [text, setText] = useState<Words>({});
  const [tried, setTried] = useState(false);
  const missing = (words: Words, code: string) => (tried && code === 'en' && (words['en'] ?? '').trim() === '' ? t('admin.needed') : null);
  const add = () => {
    setTried(true);
    const [titles, texts] = [namesGiven(title), namesGiven(text)];
    if (titles['en'] !== undefined && texts['en'] !== undefined) onAdd((letter) => withText(letter, titles, texts));
  };
  return (
    <FormDialog title={t('admin.board.letter.addText')} verb={t('admin.board.add')} onClose={onClose} onSubmit={add} sending={false} problem={null}>
      {languages.map(({ code, name }) => (
        <div key={code}>
          <TextInput label={t('admin.board.letter.titleIn', { language: name })} dir="auto" maxLength={300} value={title[code] ?? ''} error={missing(title, code)} onChange={(event) => setTitle({ ...title, [code]: event.currentTarget.value })} />
          <Textarea label={t('admin.board.letter.textIn', { language: name })} dir="auto" maxLength={2000} autosize minRows={2} value={text[code] ?? ''} error={missing(text, code)} onChange={(event) => setText({ ...text, [code]: event.currentTarget.value })} />
        </div>
      ))}
    </FormDialog>
  );
}
