// Lists the folder `catalogues` in catalogues.generated.ts, so that a new language or area is a folder or a file
// and no change of code. Run: node libs/locales/generate-index.mjs (the spec fails while the list is not up to date).
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'catalogues');
const name = (text) => text.replace(/[^a-zA-Z0-9]+(.)?/g, (_, letter = '') => letter.toUpperCase());

export function indexText() {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).sort();
  const imports = [];
  const entries = [];
  for (const language of languages) {
    const areas = readdirSync(join(folder, language)).filter((f) => f.endsWith('.json') && f !== 'language.json').sort();
    const variable = (area) => name(`${language}-${area}`);
    imports.push(`import ${variable('language')} from './catalogues/${language}/language.json' with { type: 'json' };`);
    const parts = areas.map((file) => {
      const area = file.replace('.json', '');
      imports.push(`import ${variable(`in-${area}`)} from './catalogues/${language}/${file}' with { type: 'json' };`);
      return `    '${area}': ${variable(`in-${area}`)},`;
    });
    entries.push(`  '${language}': { language: ${variable('language')}, areas: {\n${parts.join('\n')}\n  } },`);
  }
  return `// Made by generate-index.mjs from the folder \`catalogues\`: change that, not this.\n${imports.join('\n')}\n\n`
    + `export const catalogues = {\n${entries.join('\n')}\n};\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(import.meta.dirname, 'catalogues.generated.ts'), indexText());
