import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { languages } from '#locales';
import styles from '../admin/Admin.module.css';
import { emptyHospital, hospitalComplete, HospitalFields, namesGiven } from '../admin/HospitalFields.js';
import { request } from '../api/http.js';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import { LanguageMenu } from '../frame/LanguageMenu.js';
import type { SetUpDoneDto, SetupViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StatusShape } from '../kit/StatusShape.js';
import own from './Setup.module.css';

/** An empty installation: sign in, then the first hospital with oneself as its admin. The board and its people follow in the admin's area. */
export function Component() {
  const t = useT();
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => request<SetupViewDto>('/api/setup', { signal }), staleTime: Infinity });
  useEffect(() => { document.title = `${t('admin.setup.title')} · Consilium`; }, [t]);
  return (
    <main className={own.page}>
      <header className={own.head}><img src="/icon.svg" alt="" width={28} height={28} /><h1><T k="admin.setup.title" /></h1><LanguageMenu /></header>
      {setup.data ? <Walk view={setup.data} /> : setup.error ? <ProblemView problem={problemOf(setup.error)} onNext={() => void setup.refetch()} /> : <TextSkeleton lines={5} />}
      <div data-mantine-shared-portal-node="true" />
    </main>
  );
}

function Walk({ view }: { view: SetupViewDto }) {
  const t = useT();
  if (!view.needed) return <Card><p>{t('admin.setup.done')}</p><p className={own.gap}><Button component="a" href="/api/sign-in?return=%2Fadmin">{t('frame.signIn')}</Button></p></Card>;
  const steps = ['signIn', 'hospital', 'board', 'people'] as const;
  const now = view.signedIn ? 1 : 0;
  return (
    <>
      <ol className={own.steps} aria-label={t('admin.setup.steps')}>
        {steps.map((step, i) => <li key={step} aria-current={i === now ? 'step' : undefined}><StatusShape status={i < now ? 'done' : i === now ? 'onTime' : 'waiting'} /><T k={`admin.setup.step.${step}`} /></li>)}
      </ol>
      {view.signedIn ? <First view={view} /> : <Card><p>{t('admin.setup.signInWhat')}</p><p className={own.gap}><Button component="a" href="/api/sign-in?return=%2Fsetup">{t('frame.signIn')}</Button></p></Card>}
    </>
  );
}

function First({ view }: { view: SetupViewDto }) {
  const t = useT();
  const lang = useLanguage();
  const [hospital, setHospital] = useState(emptyHospital);
  const [me, setMe] = useState({ name: view.suggestedName ?? '', nameOriginal: '', email: view.suggestedEmail ?? '', language: lang });
  const [tried, setTried] = useState(false);
  const command = useCommand<object, SetUpDoneDto>({ path: '/api/setup', key: 'set-up' });
  const mail = /^[^\s@]+@[^\s@]+$/.test(me.email);
  const send = async () => {
    setTried(true);
    if (!hospitalComplete(hospital) || me.name.trim() === '' || !mail) return;
    const { code, name, zone, country, calendarId } = hospital;
    const done = await command.run({ institutionCode: code, institutionName: namesGiven(name), zone, country, calendarId, name: me.name.trim(), email: me.email.trim(), language: me.language, ...(me.nameOriginal.trim() === '' ? {} : { nameOriginal: me.nameOriginal.trim() }) });
    if (done !== undefined) window.location.assign(done.signIn);
  };
  const text = (name: keyof typeof me, label: string, missing = false, hint?: string) => <TextInput label={t(label)} description={hint && t(hint)} value={me[name]} dir="auto" error={tried && missing ? t('admin.needed') : null} onChange={(event) => setMe({ ...me, [name]: event.currentTarget.value })} />;
  return (
    <form noValidate className={styles.stack} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Card title={t('admin.setup.step.hospital')}><div className={styles.form}><HospitalFields draft={hospital} onChange={setHospital} calendars={view.calendars} tried={tried} /></div></Card>
      <Card title={t('admin.setup.you')}>
        <div className={styles.form}>
          <p className="quiet">{t('admin.setup.youWhat')}</p>
          <div className={styles.two}>
            {text('name', 'people.name', me.name.trim() === '', 'people.nameHint')}
            {text('nameOriginal', 'people.nameOriginal', false, 'common.optional')}
            {text('email', 'people.email', !mail)}
            <Select label={t('people.language')} data={languages.map(({ code, name }) => ({ value: code, label: name }))} value={me.language} allowDeselect={false} onChange={(language) => setMe({ ...me, language: language ?? me.language })} />
          </div>
        </div>
      </Card>
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
      <div className={own.foot}><span className="quiet">{t('admin.setup.next')}</span><Button type="submit" loading={command.sending}>{t('admin.setup.go')}</Button></div>
    </form>
  );
}
