import { Menu } from '@mantine/core';
import { languages } from '#locales';
import { chooseLanguage } from '../i18n/i18n.js';
import { useLanguage, useT } from '../i18n/useT.js';
import styles from './Frame.module.css';

/** Every language with a catalogue, each by its own name. */
export function LanguageMenu() {
  const t = useT();
  const lang = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target><button type="button" className={styles.tool} aria-label={`${t('frame.language')}: ${lang.toUpperCase()}`}><span dir="ltr">{lang.toUpperCase()}</span></button></Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language.code} lang={language.code} dir={language.direction} fw={language.code === lang ? 600 : 400} aria-current={language.code === lang || undefined} onClick={() => void chooseLanguage(language.code)}>{language.name}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
