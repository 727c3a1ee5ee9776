import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { languages } from '#locales';
import { FormDialog } from '../admin/FormDialog.js';
import { namesGiven } from '../admin/HospitalFields.js';
import { useT } from '../i18n/useT.js';
import type { FieldKind, FormField } from '../kit/form/definition.js';
import { useFormWords } from '../kit/form/words.js';
import styles from './Boards.module.css';
import { formAt, idFrom, withOwnField, type Definition, type Place } from './definition.js';

const kinds = ['text', 'longText', 'number', 'date', 'yesNo', 'choice'] as const satisfies readonly FieldKind[];
interface Props { definition: Definition; onClose: () => void; onAdd: (next: Definition) => void }

/** A field of the hospital's own: where it is asked, its words in each language, and what is answered. */
export function OwnField({ definition, onClose, onAdd }: Props) {
  const t = useT();
  const places = placesOf(definition);
  const [place, setPlace] = useState(0);
  const [sectionId, setSection] = useState<string | null>(null);
  const [label, setLabel] = useState<Record<string, string>>({});
  const [kind, setKind] = useState<(typeof kinds)[number]>('text');
  const [options, setOptions] = useState('');
  const [required, setRequired] = useState(false);
  const [tried, setTried] = useState(false);
  const at = places[place]?.place ?? { kind: 'pathology' };
  const form = formAt(definition, at);
  const words = useFormWords(form?.id ?? '');
  const chosen = sectionId ?? form?.sections[0]?.id ?? '';
  const given = namesGiven(label);
  const choices = options.split(/[\n,،，、]/).map((one) => one.trim()).filter((one) => one !== '');
  const complete = Object.keys(given).length > 0 && (kind !== 'choice' || choices.length > 1);
  const add = () => {
    setTried(true);
    if (!complete || !form) return;
    const taken = form.sections.flatMap((section) => section.fields.map(({ id }) => id));
    onAdd(withOwnField(definition, at, chosen, fieldOf({ id: idFrom(given['en'] ?? '', taken), kind, given, choices, required })));
  };
  return (
    <FormDialog title={t('admin.board.ownField')} verb={t('admin.board.add')} onClose={onClose} onSubmit={add} sending={false} problem={null}>
      <div className={styles.two}>
        <Select label={t('admin.board.where')} data={places.map(({ key }, i) => ({ value: String(i), label: t(key) }))} value={String(place)} allowDeselect={false} onChange={(value) => { setPlace(Number(value ?? 0)); setSection(null); }} />
        <Select label={t('admin.board.section')} data={(form?.sections ?? []).map((section) => ({ value: section.id, label: words.section(section) }))} value={chosen} allowDeselect={false} onChange={setSection} />
        {languages.map(({ code, name }) => <TextInput key={code} label={t('admin.board.labelIn', { language: name })} dir="auto" value={label[code] ?? ''} error={code === 'en' && tried && Object.keys(given).length === 0 ? t('admin.needed') : null} onChange={(event) => setLabel({ ...label, [code]: event.currentTarget.value })} />)}
        <Select label={t('admin.board.answer')} data={kinds.map((code) => ({ value: code, label: t(`admin.board.kind.${code}`) }))} value={kind} allowDeselect={false} onChange={(value) => setKind(kinds.find((each) => each === value) ?? kind)} />
        {kind === 'choice' && <TextInput label={t('admin.board.options')} description={t('admin.board.optionsHint')} dir="auto" value={options} error={tried && choices.length < 2 ? t('admin.needed') : null} onChange={(event) => setOptions(event.currentTarget.value)} />}
      </div>
      <Checkbox label={t('admin.board.itemRequired')} checked={required} onChange={(event) => setRequired(event.currentTarget.checked)} />
    </FormDialog>
  );
}

const placesOf = (definition: Definition): readonly { key: string; place: Place }[] => [
  ...definition.tumorTypes.map(({ code, referralForm }) => ({ key: definition.tumorTypes.length > 1 ? `lists.tumorType.${code}` : `forms.title.${referralForm.id}`, place: { kind: 'referral' as const, tumorType: code } })),
  { key: `forms.title.${definition.pathologyForm.id}`, place: { kind: 'pathology' } }, { key: `forms.title.${definition.imagingForm.id}`, place: { kind: 'imaging' } },
];

/** Whoever asks something of their own has to be told "not known" too. */
function fieldOf({ id, kind, given, choices, required }: { id: string; kind: FieldKind; given: Record<string, string>; choices: readonly string[]; required: boolean }): FormField {
  const codes = choices.map((words, place) => [idFrom(words, choices.slice(0, place).map((each) => idFrom(each, []))), words] as const);
  const closed = kind === 'choice' ? { list: id, options: codes.map(([code]) => code), optionLabels: Object.fromEntries(codes.map(([code, words]) => [code, { en: words }])) } : {};
  return { id, kind, label: given, ...closed, required, allowNotKnown: true, allowNotApplicable: true };
}
