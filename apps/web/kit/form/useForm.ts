import { useCallback, useMemo, useState } from 'react';
import { isShown, type Answer, type Answers, type FormDefinition, type FormSection } from './definition.js';
import { missing, validate, type FieldIssue } from './validate.js';

/** How a section stands, for the side list. */
export type SectionState = { kind: 'empty' } | { kind: 'partial'; count: number } | { kind: 'complete' } | { kind: 'error'; count: number };

export interface FormController {
  definition: FormDefinition;
  answers: Answers;
  change: (fieldId: string, answer: Answer | undefined) => void;
  /** Tells of typed text that is no value yet (a number that asks); null when it is settled. */
  hold: (path: string, issue: FieldIssue | null) => void;
  /** Errors to show: those found by the last `check`, less what was mended since. */
  shown: readonly FieldIssue[];
  /** Looks at everything; true when nothing is wrong here nor beside the form. Each call that finds something moves the focus to the summary. */
  check: (besides?: readonly IssueBeside[]) => boolean;
  /** Counts calls of `check` that found something. */
  checks: number;
  /** Required answers that are missing. */
  missing: number;
  sectionState: (section: FormSection) => SectionState;
}

/** Something wrong with an input that stands beside the form: its id, and the sentence for the summary. */
export interface IssueBeside { id: string; text: string }

/** The state of one form on the screen. `onChange` gets every new set of answers, for autosave. */
export function useForm(definition: FormDefinition, initial: Answers, onChange?: (answers: Answers) => void): FormController {
  const [answers, setAnswers] = useState(initial);
  const [held, setHeld] = useState<Readonly<Record<string, FieldIssue>>>({});
  const [checks, setChecks] = useState(0);
  const issues = useMemo(() => merge(definition, validate(definition, answers), held), [definition, answers, held]);

  const change = useCallback((fieldId: string, answer: Answer | undefined) => {
    setAnswers((before) => {
      const rest = Object.fromEntries(Object.entries(before).filter(([id]) => id !== fieldId));
      const next = answer === undefined ? rest : { ...rest, [fieldId]: answer };
      // Told after this render, so that a parent may set its own state.
      queueMicrotask(() => onChange?.(next));
      return next;
    });
  }, [onChange]);

  const hold = useCallback((path: string, issue: FieldIssue | null) => setHeld((before) => {
    if (issue === null && !(path in before)) return before;
    const rest = Object.fromEntries(Object.entries(before).filter(([id]) => id !== path));
    return issue === null ? rest : { ...rest, [path]: issue };
  }), []);

  const check = (besides: readonly IssueBeside[] = []) => {
    const wrong = issues.length > 0 || besides.length > 0;
    if (wrong) setChecks((count) => count + 1);
    return !wrong;
  };

  const shown = checks > 0 ? issues : [];
  return { definition, answers, change, hold, shown, check, checks, missing: definition.sections.reduce((sum, s) => sum + missing(s.fields, answers), 0),
    sectionState: (section) => stateOf(section, answers, shown) };
}

/** Found and held issues in the order of the form. */
function merge(definition: FormDefinition, found: FieldIssue[], held: Readonly<Record<string, FieldIssue>>): FieldIssue[] {
  const fields = definition.sections.flatMap((section) => section.fields.map((field) => field.id));
  const place = (issue: FieldIssue) => fields.indexOf(issue.path.split('.')[0] ?? '');
  return [...found.filter((issue) => !(issue.path in held)), ...Object.values(held)].sort((a, b) => place(a) - place(b));
}

function stateOf(section: FormSection, answers: Answers, shown: readonly FieldIssue[]): SectionState {
  const errors = shown.filter((issue) => section.fields.some((field) => issue.path === field.id || issue.path.startsWith(`${field.id}.`))).length;
  if (errors > 0) return { kind: 'error', count: errors };
  const visible = section.fields.filter((field) => isShown(field, answers));
  if (!visible.some((field) => answers[field.id] !== undefined)) return { kind: 'empty' };
  const count = missing(section.fields, answers);
  return count > 0 ? { kind: 'partial', count } : { kind: 'complete' };
}
