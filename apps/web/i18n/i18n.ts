import { initReactI18next } from 'react-i18next';
import { createI18n, resolveLanguage } from '#locales';

const storageKey = 'consilium.language';

/** Chosen on this device, else the browser's languages. The session's language is set once it is known. */
export const i18n = createI18n(
  resolveLanguage([localStorage.getItem(storageKey), ...navigator.languages]),
  (instance) => { instance.use(initReactI18next); },
);

/** Changes the language of the whole screen and keeps the choice on this device. */
export async function chooseLanguage(code: string): Promise<void> {
  localStorage.setItem(storageKey, code);
  await i18n.changeLanguage(code);
}

/** Takes the person's own language where nothing was chosen on this device. */
export async function offerLanguage(code: string): Promise<void> {
  if (localStorage.getItem(storageKey) === null) await i18n.changeLanguage(resolveLanguage([code]));
}
