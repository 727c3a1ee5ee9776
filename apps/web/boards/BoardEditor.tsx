import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { BoardDefinitionDto, InstitutionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import styles from './Boards.module.css';
import { DataSets } from './DataSets.js';
import { isDefinition, type Definition } from './definition.js';
import { LetterParts } from './LetterParts.js';
import { useKeptDraft } from './useKeptDraft.js';
import { Forms } from './Forms.js';
import { OwnField } from './OwnField.js';
import { Participants } from './Participants.js';
import { Publish } from './Publish.js';
import { Rules } from './Rules.js';

interface Props { board: BoardDefinitionDto; institutions: readonly InstitutionDto[]; mayPublish: boolean }
/** What each part of the definition gets: as it stands on the page, and how to change it; without the latter it is only read. */
export interface PartProps { definition: Definition; change: ((next: Definition) => void) | null }

/** A definition part by part, to be read, or changed into the next version: by hand or from a file. Nothing counts before it is published. */
export function BoardEditor({ board, institutions, mayPublish }: Props) {
  const t = useT();
  const inForce: unknown = board.definition;
  const [draft, setDraft] = useKeptDraft(board.id, board.version);
  const [adding, setAdding] = useState(false);
  const [badFile, setBadFile] = useState(false);
  if (!isDefinition(inForce)) return null;
  const definition = draft ?? inForce;
  const part: PartProps = { definition, change: draft ? setDraft : null };
  const fromFile = async (file: File | null) => {
    if (!file) return;
    const read = parsed(await file.text());
    setBadFile(!isDefinition(read));
    if (isDefinition(read)) setDraft(read);
  };
  return (
    <>
      <Card title={t(draft ? 'admin.board.next' : 'admin.board.definition', { version: draft ? board.version + 1 : board.version })} actions={mayPublish && !draft && (
        <>
          <FileButton accept=".json,application/json" onChange={(file) => void fromFile(file)} inputProps={{ 'aria-label': t('admin.board.fromFile') }}>{(props) => <Button {...props} size="compact-sm" variant="default">{t('admin.board.fromFile')}</Button>}</FileButton>
          <Button size="compact-sm" onClick={() => setDraft(inForce)}>{t('admin.board.change')}</Button>
        </>
      )}>
        <div className={styles.part}>
          {badFile && <p role="alert"><T k="admin.board.badFile" /></p>}
          {draft && <p className="quiet small"><T k="admin.versionKept" values={{ version: board.version }} /> <T k="admin.board.draftKept" /></p>}
          <Participants {...part} board={board} institutions={institutions} />
        </div>
      </Card>
      <Rules {...part} />
      <LetterParts {...part} />
      <DataSets {...part} />
      <Forms {...part} onAdd={draft ? () => setAdding(true) : null} />
      {adding && draft && <OwnField definition={draft} onClose={() => setAdding(false)} onAdd={(next) => { setDraft(next); setAdding(false); }} />}
      {draft && <Publish board={board} definition={draft} onLeave={() => setDraft(null)} />}
    </>
  );
}

function parsed(text: string): unknown {
  try { return JSON.parse(text.replace(/^\uFEFF/, '')); } catch { return null; }
}
