import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noClock = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is an argument here: use context.now.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument here: use context.now.' },
  { selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|utc|local)$/][arguments.length=0]", message: 'Time is an argument here: use context.now.' },
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.consilium/', 'coverage/', 'apps/web/generated/', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['libs/domain/**/*.ts'], ignores: ['**/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', ...noClock] } },
  { files: ['workflows/**/*.ts'], ignores: ['**/*.spec.ts', 'workflows/clock.ts'], rules: { 'no-restricted-syntax': ['error', ...noClock] } },
);
