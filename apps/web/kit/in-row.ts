/** Names in a row. Intl's lists of units set them apart by a mere space in Russian and Kazakh and by nothing in Chinese, where two causes would read as one. */
export const inRow = (names: readonly string[], lang: string): string => names.join(lang === 'zh' ? '、' : ', ');
