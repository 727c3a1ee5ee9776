import { Button, Menu } from '@mantine/core';
import type { CaseViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Icon } from '../kit/icons.js';
import { caseActs, mayOf, type CaseActName } from './acts.js';
import styles from './CaseScreen.module.css';

const names = Object.keys(caseActs) as CaseActName[];

/** What can be done to the case now, and greyed with the unmet condition what can't yet. What isn't one's own to do isn't there. */
export function CaseMenu({ view, onAct }: { view: CaseViewDto; onAct: (act: CaseActName) => void }) {
  const t = useT();
  const mine = names.flatMap((name) => { const may = mayOf(view.may, name); return may ? [{ name, may }] : []; });
  if (mine.length === 0) return null;
  const possible = mine.filter(({ may }) => may.allowed);
  const notYet = mine.filter(({ may }) => !may.allowed);
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target><Button variant="default" rightSection={<Icon name="more" />}>{t('cases.moves')}</Button></Menu.Target>
      <Menu.Dropdown>
        {possible.map(({ name }) => <Menu.Item key={name} onClick={() => onAct(name)}>{t(`cases.acts.${name}.verb`)}</Menu.Item>)}
        {possible.length > 0 && notYet.length > 0 && <Menu.Divider />}
        {notYet.map(({ name, may }) => (
          <Menu.Item key={name} aria-disabled="true" closeMenuOnClick={false} className={styles.notYet}>
            {t(`cases.acts.${name}.verb`)}<span className={styles.why}>{may.sentence}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
