import type { Answer, FormField } from './definition.js';
import type { FormController } from './useForm.js';
import type { FormWords } from './words.js';

export interface FieldProps {
  form: FormController;
  words: FormWords;
  field: FormField;
  path: string;
  parent?: FormField;
  answer: Answer | undefined;
  onChange: (answer: Answer | undefined) => void;
}
