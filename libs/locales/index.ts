export { directionOf, fallbackLanguage, languages, resolveLanguage, type Language } from './languages.js';
export { isolate } from './isolate.js';
export { createI18n, has, lookup, t, type Sentence, type Values } from './translate.js';
export { fieldKey, hintKey, itemKey, listKey, sectionKey } from './form-keys.js';
