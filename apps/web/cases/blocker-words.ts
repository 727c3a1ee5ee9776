import { fieldKey, has } from '#locales';
import type { BlockerDto } from '../generated/types.gen.js';
import { useItemName } from './item-name.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { useFormWords } from '../kit/form/words.js';
import { inRow } from '../kit/in-row.js';
import { useLanguage, useT } from '../i18n/useT.js';

const listOf: Readonly<Record<string, string>> = { kind: 'taskKind', discipline: 'discipline', purpose: 'consentPurpose', cause: 'deferralCause', move: 'move', reason: 'holdReason' };

/** The one thing in the way, as a sentence; codes among its facts are said in words, items of the data set by their field's name. */
export function useBlockerWords(): (blocker: BlockerDto, most?: number) => string {
  const t = useT();
  const lang = useLanguage();
  const itemName = useItemName();
  return ({ code, facts }, most = 2) => {
    const word = (name: string, value: unknown): string | number => {
      if (typeof value === 'number') return value;
      if (Array.isArray(value)) return itemsInWords(value.map(String), most);
      const code = typeof value === 'string' ? value : '–';
      const list = listOf[name];
      return list !== undefined && has('en', `lists.${list}.${code}`) ? t(`lists.${list}.${code}`) : code;
    };
    const itemsInWords = (items: readonly string[], shown: number) => {
      const names = items.slice(0, shown).map((id) => itemName(id));
      const rest = items.length - names.length;
      return inRow(rest > 0 ? [...names, t('cases.andMore', { count: rest })] : names, lang);
    };
    const values = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, word(name, value)]));
    const key = `cases.blockers.${code}`;
    return has('en', key) || has('en', `${key}_other`, { count: 2 }) ? t(key, values) : code;
  };
}

/** Items of a data set by the names of their fields. */
export function useItemWords(form: FormDefinition): (id: string) => string {
  const t = useT();
  const words = useFormWords(form.id);
  const fields = new Map(form.sections.flatMap((section) => section.fields.map((field) => [field.id, field])));
  return (id) => {
    const field = fields.get(id);
    return id === 'question' ? t('intake.question') : field ? words.label(field) : t(fieldKey(form.id, id));
  };
}
