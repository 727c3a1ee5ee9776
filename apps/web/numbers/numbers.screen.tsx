import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import type { FigureDto, NumbersDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { EmptyState } from '../kit/EmptyState.js';
import { IsoTime } from '../kit/IsoTime.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { Bars } from './Bars.js';
import { CasesBehind } from './CasesBehind.js';
import { useNumbersFilters } from './filters.js';
import styles from './Numbers.module.css';
import { NumbersFilters } from './NumbersFilters.js';
import { saveTable, useNumbers, type BarKey } from './reading.js';
import { TableTwin } from './TableTwin.js';

/** How the boards of one's hospitals do: times, shares and why, each with its definition and what it is a share of. */
export function Component() {
  const t = useT();
  const { query, asTable, set, clear, count } = useNumbersFilters();
  const numbers = useNumbers(query);
  const [opened, setOpened] = useState<BarKey | null>(null);
  useKeyHints(t('numbers.title'), [{ keys: 'Tab', label: t('numbers.keyNext') }, { keys: 'Enter', label: t('numbers.keyOpen') }]);
  return (
    <Page title={t('numbers.title')} actions={<Actions query={query} asTable={asTable} onAs={(as) => set('as', as)} />}>
      <div className={styles.stack}>
        <NumbersFilters query={query} facets={numbers.data?.facets} count={count} onSet={set} onClear={clear} />
        {numbers.error && !numbers.data ? <ProblemView problem={problemOf(numbers.error)} onNext={() => void numbers.refetch()} /> : numbers.data === undefined ? <div className={styles.grid}>{[1, 2, 3, 4].map((place) => <Card key={place}><RowsSkeleton rows={4} /></Card>)}</div>
          : <Figures numbers={numbers.data} asTable={asTable} narrowed={count > 0} onClear={clear} onOpen={setOpened} />}
      </div>
      {opened && <CasesBehind query={query} bar={opened} counted={countOf(numbers.data, opened)} onClose={() => setOpened(null)} />}
    </Page>
  );
}

const countOf = (numbers: NumbersDto | undefined, { figure, part, code }: BarKey): number | null =>
  numbers?.figures.find((one) => one.figure === figure)?.parts.find((one) => one.part === part)?.bars.find((one) => one.code === code)?.n ?? null;

function Figures({ numbers, asTable, narrowed, onClear, onOpen }: { numbers: NumbersDto; asTable: boolean; narrowed: boolean; onClear: () => void; onOpen: (key: BarKey) => void }) {
  const t = useT();
  const isEmpty = numbers.figures.every(({ parts }) => parts.every(({ of }) => of === 0));
  if (isEmpty) return <EmptyState title={t('numbers.empty')} what={t('numbers.emptyWhat')} action={narrowed && <Button variant="default" onClick={onClear}>{t('numbers.clear')}</Button>} />;
  return (
    <>
      <p className={styles.note}>{t('numbers.note', { fewest: numbers.fewest })} {t('numbers.asOf')} <IsoTime at={numbers.asOf} /></p>
      <div className={styles.grid}>{numbers.figures.map((figure) => <Figure key={figure.figure} figure={figure} asTable={asTable} narrowed={narrowed} onOpen={onOpen} />)}</div>
    </>
  );
}

/** One figure: what it says, of what, drawn or as a table. */
function Figure({ figure, asTable, narrowed, onOpen }: { figure: FigureDto; asTable: boolean; narrowed: boolean; onOpen: (key: BarKey) => void }) {
  const t = useT();
  const title = t(`numbers.figure.${figure.figure}.title`);
  const isNothing = figure.parts.every(({ of }) => of === 0);
  return (
    <Card title={title}>
      <p className={styles.definition}>{t(`numbers.figure.${figure.figure}.what`)} {!figure.aboutPatients && narrowed && t('numbers.boardAndPeriodOnly')}</p>
      {isNothing ? <p className="quiet">{t('numbers.nothing')}</p> : asTable ? <TableTwin figure={figure} label={title} onOpen={onOpen} /> : <Bars figure={figure} onOpen={onOpen} />}
    </Card>
  );
}

function Actions({ query, asTable, onAs }: { query: ReturnType<typeof useNumbersFilters>['query']; asTable: boolean; onAs: (as: string | null) => void }) {
  const t = useT();
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = () => { setProblem(null); saveTable(query).catch((error: unknown) => setProblem(problemOf(error))); };
  return (
    <>
      {problem && <ProblemView problem={problem} takeFocus onNext={() => setProblem(null)} />}
      <SegmentedControl size="xs" value={asTable ? 'table' : 'bars'} onChange={(as) => onAs(as === 'table' ? 'table' : null)} data={['bars', 'table'].map((as) => ({ value: as, label: t(`numbers.as.${as}`) }))} aria-label={t('numbers.as.label')} />
      <Button variant="default" onClick={() => window.print()}>{t('common.print')}</Button>
      <Button variant="default" onClick={save}>{t('numbers.save')}</Button>
    </>
  );
}
