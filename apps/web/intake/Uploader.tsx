import { Button, FileButton, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { mayPass, problemOf, type Problem } from '../api/problem.js';
import { caseQueries } from '../cases/reading.js';
import type { DocumentDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Intake.module.css';
import { addDocument, documentKinds, documentLanguages, kindGuess, languageGuess, uploadFile } from './upload.js';

interface Waiting {
  /** Ids of the two commands: kept over retries, so that nothing is stored twice. */
  fileCommand: string;
  documentCommand: string;
  file: File;
  kind: DocumentDto['kind'];
  language: string;
  state: { is: 'chosen' } | { is: 'sending' } | { is: 'here'; since: string } | { is: 'refused'; problem: Problem };
}

/** Files chosen or dropped, each with its kind and language, then sent. A refused one stays with what is wrong with it. */
export function Uploader({ caseId }: { caseId: string }) {
  const t = useT();
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [over, setOver] = useState(false);
  const pickId = useId();
  const change = (id: string, part: Partial<Waiting>) => setWaiting((before) => before.map((each) => (each.fileCommand === id ? { ...each, ...part } : each)));
  const drop = (id: string) => setWaiting((before) => before.filter((each) => each.fileCommand !== id));
  const choose = (files: readonly File[]) => setWaiting((before) => [...before, ...files.map((file): Waiting => ({
    fileCommand: crypto.randomUUID(), documentCommand: crypto.randomUUID(), file, kind: kindGuess(file.name), language: languageGuess(file.name), state: { is: 'chosen' },
  }))]);
  const send = async ({ fileCommand, documentCommand, file, kind, language }: Waiting) => {
    change(fileCommand, { state: { is: 'sending' } });
    try {
      const stored = await uploadFile(caseId, file, fileCommand);
      if (stored.twin) { change(fileCommand, { state: { is: 'here', since: stored.twin.since } }); return; }
      await addDocument(caseId, { fileId: stored.fileId, kind, language }, documentCommand);
      drop(fileCommand);
      await Promise.all(caseQueries.map((name) => queries.invalidateQueries({ queryKey: [name] })));
    } catch (error) {
      change(fileCommand, { state: { is: 'refused', problem: problemOf(error) } });
    }
  };
  const ready = waiting.filter((each) => each.state.is === 'chosen');
  return (
    <div className={styles.uploader} data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); choose([...event.dataTransfer.files]); }}>
      <div className={styles.pick}>
        <FileButton onChange={(files) => choose(files)} multiple inputProps={{ 'aria-label': t('intake.addFiles') }}>{(props) => <Button {...props} id={pickId} variant="default" size="compact-sm">{t('intake.addFiles')}</Button>}</FileButton>
        <span className="quiet small">{t('intake.filesHint')}</span>
      </div>
      {waiting.map((each) => <WaitingFile key={each.fileCommand} file={each} onChange={(part) => change(each.fileCommand, part)} onDrop={() => drop(each.fileCommand)} onSend={() => void send(each)} onOther={() => { drop(each.fileCommand); document.getElementById(pickId)?.click(); }} />)}
      {ready.length > 0 && <div><Button size="compact-sm" onClick={() => ready.forEach((each) => void send(each))}>{t('intake.sendFiles', { count: ready.length })}</Button></div>}
    </div>
  );
}

interface FileProps { file: Waiting; onChange: (part: Partial<Waiting>) => void; onDrop: () => void; onSend: () => void; onOther: () => void }

function WaitingFile({ file, onChange, onDrop, onSend, onOther }: FileProps) {
  const t = useT();
  const languageName = useLanguageName();
  const { state } = file;
  return (
    <div className={styles.waiting}>
      <div className={styles.fileName}><bdi>{file.file.name}</bdi></div>
      {state.is === 'here' && <p className="small"><StatusShape status="onHold" size={11} /> {t('intake.twin')} <IsoTime at={state.since} /></p>}
      {state.is === 'refused' && <ProblemView problem={state.problem} onNext={mayPass(state.problem) ? onSend : onOther} />}
      {(state.is === 'chosen' || state.is === 'sending') && (
        <div className={styles.fileFields}>
          <Select size="xs" aria-label={t('intake.documentKind')} data={documentKinds.map((kind) => ({ value: kind, label: t(`lists.documentKind.${kind}`) }))} value={file.kind} onChange={(kind) => { const known = documentKinds.find((each) => each === kind); if (known) onChange({ kind: known }); }} allowDeselect={false} />
          <Select size="xs" aria-label={t('intake.documentLanguage')} data={documentLanguages.map((code) => ({ value: code, label: languageName(code) }))} value={file.language} onChange={(language) => { if (language) onChange({ language }); }} allowDeselect={false} />
        </div>
      )}
      <div className={styles.fileEnd}>{state.is === 'sending' ? <span className="small quiet" role="status">{t('intake.sending')}</span> : <Button size="compact-xs" variant="subtle" color="gray" onClick={onDrop} aria-label={`${t('common.remove')}: ${file.file.name}`}>{t('common.remove')}</Button>}</div>
    </div>
  );
}

/** Names of languages in the reader's own. */
export function useLanguageName(): (code: string) => string {
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' });
  return (code) => { try { return names.of(code) ?? code; } catch { return code; } };
}
