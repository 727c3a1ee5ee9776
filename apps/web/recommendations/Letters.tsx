import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { LetterDto, OutcomeDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { Icon } from '../kit/icons.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Outcome.module.css';
import { outcomeQueries } from './reading.js';
import { NameAddressee } from './NameAddressee.js';
import { RecallLetter } from './RecallLetter.js';
import { VerifyLetter } from './VerifyLetter.js';

type Kind = Pick<LetterDto, 'language' | 'plain'>;
const languages = ['en', 'ru', 'kk', 'zh', 'he'] as const;
const kinds: readonly Kind[] = [false, true].flatMap((plain) => languages.map((language) => ({ language, plain })));
/** Who may open the signed bytes of a letter that was called back; everybody else gets the marked copy. */
const provers = ['chair', 'caseManager', 'auditor', 'admin'];
const keyOf = ({ language, plain }: Kind) => `recommendations.${plain ? 'plainLetterIn' : 'letterIn'}.${language}`;

interface Props { caseId: string; outcome: OutcomeDto }

/** The letters, marked as drafts until the last signature; any other language when a reader asks for it; and a way to see whether a letter is the signed one. */
export function Letters({ caseId, outcome }: Props) {
  const t = useT();
  const there = [...outcome.letters, ...outcome.lettersAsked].map(keyOf);
  const proves = useSession().posts.some(({ role }) => provers.includes(role));
  // called back, and nothing in its place: somebody looks after it first
  const corrects = outcome.recalled.length > 0 && outcome.letters.length === 0;
  const others = kinds.filter((kind) => !there.includes(keyOf(kind)));
  return (
    <Card title={t('recommendations.letters')} actions={outcome.letterSentAt && <span className="quiet small">{t('recommendations.sentAt')} <IsoTime at={outcome.letterSentAt} /></span>} flush>
      {outcome.addresseeTask && <NameAddressee caseId={caseId} outcome={outcome} task={outcome.addresseeTask} />}
      {outcome.letters.length === 0 && outcome.addresseeTask === null && <p className={styles.emptyLine}>{corrects ? <>{t('recommendations.correctedAwaited')} <Link to={`/cases/${caseId}`}>{t('common.open')}</Link></> : t('recommendations.noLetters')}</p>}
      <ul>
        {outcome.letters.map((letter) => (
          <li key={keyOf(letter)} className={styles.row}>
            <Icon name="document" />
            <span className={styles.rowMain}><a href={letter.href} target="_blank" rel="noreferrer"><T k={keyOf(letter)} /></a><a className="small quiet" href={letter.href} download>{t('recommendations.download')} (PDF)</a></span>
            {letter.signed ? <StatusChip status="done" wordKey="recommendations.signedLetter" /> : <StatusChip status="waiting" wordKey="recommendations.draft" />}
          </li>
        ))}
        {(corrects ? [] : outcome.lettersAsked).filter((asked) => !outcome.letters.some((letter) => keyOf(letter) === keyOf(asked))).map((asked) => (
          <li key={keyOf(asked)} className={styles.row}><Icon name="document" /><span className={styles.rowMain}><T k={keyOf(asked)} /></span><StatusChip status="onTime" wordKey="recommendations.beingMade" /></li>
        ))}
      </ul>
      {outcome.recalled.map((recalled) => (
        <div key={recalled.at} className={styles.recalled}>
          <p><StatusShape status="overdue" /> <strong>{t('recommendations.recalled')}</strong> <span className="quiet small"><IsoTime at={recalled.at} />, <bdi>{recalled.by.name}</bdi></span></p>
          <p className="small"><T k={`lists.letterRecallReason.${recalled.reason}`} />{recalled.note?.text && ':'}</p>
          {recalled.note?.text && <p className="small" dir="auto" lang={recalled.note.language ?? undefined}>{recalled.note.text}</p>}
          <ul className="small">{recalled.letters.map((letter) => (
            <li key={letter.sha256}>
              {letter.href === null ? <><s><T k={keyOf(letter)} /></s> <span className="quiet">({t('recommendations.markAwaited')})</span></> : <a href={letter.href} target="_blank" rel="noreferrer"><s><T k={keyOf(letter)} /></s></a>}
              {proves && <> · <a className="quiet" href={letter.originalHref} target="_blank" rel="noreferrer">{t('recommendations.original')}<span className="visually-hidden">: <T k={keyOf(letter)} /></span></a></>}
            </li>
          ))}</ul>
        </div>
      ))}
      {outcome.letterSentAt !== null && allows(outcome.may, 'recallLetter') && <div className={styles.acts}><RecallLetter caseId={caseId} outcome={outcome} /></div>}
      {allows(outcome.may, 'askForLetter') && others.length > 0 && <AnotherLetter caseId={caseId} outcome={outcome} others={others} />}
      {outcome.letters.length > 0 && <p className={styles.emptyLine}>{outcome.letters.some((letter) => !letter.signed) && <>{t('recommendations.draftUntil')} </>}{t('recommendations.freeTextNote')}</p>}
      {outcome.letters.length > 0 && <VerifyLetter />}
    </Card>
  );
}

function AnotherLetter({ caseId, outcome, others }: Props & { others: readonly Kind[] }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const ask = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/letters`, key: `letter:${outcome.id}:${chosen ?? ''}`, invalidates: outcomeQueries });
  const kind = others.find((other) => keyOf(other) === chosen);
  const send = async () => { if (kind && await ask.run({ language: kind.language, plain: kind.plain }) !== undefined) setChosen(null); };
  return (
    <form className={styles.another} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Select label={t('recommendations.another')} description={t('recommendations.anotherWhat')} placeholder={t('common.choose')} data={others.map((other) => ({ value: keyOf(other), label: t(keyOf(other)) }))} value={chosen} onChange={setChosen} comboboxProps={{ withinPortal: true }} />
      <Button type="submit" variant="default" disabled={!kind} loading={ask.sending}>{t('recommendations.makeLetter')}</Button>
      {ask.problem && <ProblemView problem={ask.problem} takeFocus onNext={() => void send()} />}
    </form>
  );
}
