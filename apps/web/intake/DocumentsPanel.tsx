import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import { allows, mayOf } from '../cases/acts.js';
import { caseQueries } from '../cases/reading.js';
import { useCommand } from '../api/useCommand.js';
import type { DocumentDto, MayDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ConfirmWithReason, type ReasonGiven } from '../kit/ConfirmWithReason.js';
import { Icon } from '../kit/icons.js';
import { IsoTime } from '../kit/IsoTime.js';
import { AttachTranslation, VerifyTranslation } from '../preparation/TranslationActs.js';
import { TranslationMark } from '../preparation/TranslationMark.js';
import styles from './Intake.module.css';
import { Uploader, useLanguageName } from './Uploader.js';

interface Props { caseId: string; documents: readonly DocumentDto[]; may: readonly MayDto[] }

/** What is on file, by kind; each opens in its own window. Adding where one may. */
export function DocumentsPanel({ caseId, documents, may }: Props) {
  const t = useT();
  const [wrong, setWrong] = useState<DocumentDto | null>(null);
  const [act, setAct] = useState<{ does: 'attach' | 'verify'; document: DocumentDto } | null>(null);
  const acts = (document: DocumentDto): DocumentAct[] => [
    ...(document.translation !== null && document.translation.verified === null && mayOf(may, 'verifyTranslation') ? [{ key: 'reviews.translation.verify', run: () => setAct({ does: 'verify', document }) }] : []),
    ...(mayOf(may, 'attachTranslation') && documents.length > 1 ? [{ key: 'reviews.translation.attach', run: () => setAct({ does: 'attach', document }) }] : []),
    ...(allows(may, 'removeDocument') ? [{ key: 'intake.removeDocument', run: () => setWrong(document) }] : []),
  ];
  const here = documents.filter((document) => document.removedAt === null);
  return (
    <Card title={t('cases.documents')} count={here.length || undefined} flush>
      {here.length === 0 && <p className={styles.emptyLine}>{t('intake.noDocuments')}</p>}
      <ul>{here.map((document) => <DocumentRow key={document.id} document={document} acts={acts(document)} original={here.find(({ id }) => id === document.translation?.ofId)} />)}</ul>
      {allows(may, 'addDocument') && <Uploader caseId={caseId} />}
      {act?.does === 'attach' && <AttachTranslation caseId={caseId} document={act.document} documents={here} onClose={() => setAct(null)} />}
      {act?.does === 'verify' && <VerifyTranslation caseId={caseId} document={act.document} onClose={() => setAct(null)} />}
      {wrong && <RemoveDialog caseId={caseId} document={wrong} onClose={() => setWrong(null)} />}
    </Card>
  );
}

interface DocumentAct { key: string; run: () => void }

function DocumentRow({ document, acts, original }: { document: DocumentDto; acts: readonly DocumentAct[]; original?: DocumentDto }) {
  const t = useT();
  const languageName = useLanguageName();
  const size = useSize();
  return (
    <li className={styles.document}>
      <span className={styles.documentIcon}><Icon name="document" /></span>
      <div className={styles.documentMain}>
        <div><a href={document.href} target="_blank" rel="noreferrer"><bdi>{document.name}</bdi></a></div>
        <div className="small quiet">
          <T k={`lists.documentKind.${document.kind}`} /> · {languageName(document.language)} · {size(document.size)}{document.pages !== null && <> · {t('intake.pages', { count: document.pages })}</>}
          {document.showsIdentity === true && <> · {t('intake.showsIdentity')}</>}{document.translator !== null && <> · {t('intake.translatedBy', { name: document.translator })}</>}
        </div>
        {document.translation && <div className="small quiet"><TranslationMark document={document} /> {original && <>{t('reviews.translation.original')}: <bdi>{original.name}</bdi></>}</div>}
        <div className="small quiet">{document.addedBy && <><bdi>{document.addedBy.name}</bdi>, </>}<IsoTime at={document.addedAt} /></div>
      </div>
      {acts.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="subtle" color="gray" size={28} aria-label={`${t('common.more')}: ${document.name}`}><Icon name="more" /></ActionIcon></Menu.Target>
          <Menu.Dropdown>{acts.map(({ key, run }) => <Menu.Item key={key} onClick={run}>{t(key)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}

function RemoveDialog({ caseId, document, onClose }: { caseId: string; document: DocumentDto; onClose: () => void }) {
  const t = useT();
  const command = useCommand<object>({ path: `/api/cases/${caseId}/documents/${document.id}/remove`, key: `remove-document:${document.id}`, invalidates: caseQueries });
  const send = async ({ code, reason }: ReasonGiven) => {
    if (await command.run({ reason: code, ...(reason === '' ? {} : { note: reason }) }) !== undefined) onClose();
  };
  return <ConfirmWithReason opened onClose={onClose} onConfirm={(given) => void send(given)} title={t('intake.removeDocument')} what={t('intake.removeWhat', { name: document.name })} verb={t('intake.removeDocument')} danger reasonOptional
    codes={['wrongPatient', 'duplicate', 'wrongKind', 'other'].map((code) => ({ value: code, label: t(`intake.removeReason.${code}`) }))} sending={command.sending} problem={command.problem} />;
}

/** A size in the unit that one would say, on the reader's numbers. */
function useSize(): (bytes: number) => string {
  const lang = useLanguage();
  const say = (value: number, unit: string) => new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return (bytes) => (bytes < 1_000_000 ? say(Math.max(bytes / 1000, 0.1), 'kilobyte') : say(bytes / 1_000_000, 'megabyte'));
}
