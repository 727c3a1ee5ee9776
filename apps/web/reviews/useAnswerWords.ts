import { useLanguage, useT } from '../i18n/useT.js';
import type { FormField } from '../kit/form/definition.js';
import { sayNumber } from '../kit/form/numbers.js';
import { useFormWords } from '../kit/form/words.js';

/** A coded answer in words: an option by its list, a number with its unit, yes or no. */
export function useAnswerWords(formId: string): (field: FormField, code: string) => string {
  const t = useT();
  const lang = useLanguage();
  const words = useFormWords(formId);
  return (field, code) => {
    switch (field.kind) {
      case 'choice': case 'choices': return words.option(field, code);
      case 'yesNo': return t(code === 'true' ? 'common.yes' : 'common.no');
      case 'number': return sayNumber(Number(code), lang, field.unit, words.unit);
      case 'text': case 'longText': case 'date': case 'rows': return code;
    }
  };
}
