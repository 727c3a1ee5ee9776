import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DocumentDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { useLanguageName } from '../intake/Uploader.js';
import { EmptyState } from '../kit/EmptyState.js';
import { Icon } from '../kit/icons.js';
import { TranslationMark } from '../preparation/TranslationMark.js';
import styles from './Review.module.css';

/** The documents of the case; the chosen one is opened in the page, beside the form. */
export function DocumentShelf({ documents, first }: { documents: readonly DocumentDto[]; first: string | null }) {
  const t = useT();
  const languageName = useLanguageName();
  const [openedId, setOpened] = useState<string | null>(first);
  const opened = documents.find((document) => document.id === openedId);
  // An original and its translation are read together, whichever was opened.
  const original = opened && (documents.find(({ id }) => id === opened.translation?.ofId) ?? opened);
  const translation = opened && (opened.translation !== null ? opened : documents.find((document) => document.translation?.ofId === opened.id));
  const pair = [original, translation].flatMap((each) => each ?? []);
  const beside = translation !== undefined && original !== translation;
  if (documents.length === 0) return <EmptyState title={t('reviews.noEvidence')} what={t('reviews.noEvidenceWhat')} />;
  return (
    <div className={styles.shelf}>
      <ul>
        {documents.map((document) => (
          <li key={document.id}>
            <button type="button" className={styles.document} aria-pressed={document.id === openedId} onClick={() => setOpened(document.id === openedId ? null : document.id)}>
              <Icon name="document" />
              <span className={styles.documentName}><bdi>{document.name}</bdi><span className="quiet small"><T k={`lists.documentKind.${document.kind}`} /> · {languageName(document.language)}</span><TranslationMark document={document} /></span>
            </button>
          </li>
        ))}
      </ul>
      {opened && (
        <section className={styles.viewer} aria-label={opened.name}>
          <div className={styles.viewerHead}>
            <strong><bdi>{opened.name}</bdi></strong>
            <a href={opened.href} target="_blank" rel="noreferrer">{t('reviews.ownWindow')}</a>
            <Button size="compact-sm" variant="default" onClick={() => setOpened(null)}>{t('common.close')}</Button>
          </div>
          {beside ? (
            <div className={styles.beside} role="group" aria-label={t('reviews.translation.beside')}>
              {pair.map((each) => <figure key={each.id}><figcaption>{t(each.translation === null ? 'reviews.translation.original' : 'reviews.translation.translation')} · {languageName(each.language)} <TranslationMark document={each} /></figcaption><Bytes document={each} /></figure>)}
            </div>
          ) : <Bytes document={opened} />}
        </section>
      )}
    </div>
  );
}

function Bytes({ document }: { document: DocumentDto }) {
  const t = useT();
  if (document.mediaType.startsWith('image/')) return <a href={document.href} target="_blank" rel="noreferrer"><img className={styles.picture} src={document.href} alt={document.name} /></a>;
  if (document.mediaType === 'application/pdf' || document.mediaType.startsWith('text/')) return <iframe className={styles.paper} src={document.href} title={document.name} />;
  return <p className="quiet">{t('reviews.notShownHere')}</p>;
}
