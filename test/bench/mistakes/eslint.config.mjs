import path from 'node:path';
import tseslint from 'typescript-eslint';

/** The peer's typed rules that look for what this project's rules look for. */
export default tseslint.config({
  files: ['**/*.ts'],
  plugins: { '@typescript-eslint': tseslint.plugin },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: true, tsconfigRootDir: path.resolve(import.meta.dirname, '../../..') },
  },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/require-await': 'error',
    '@typescript-eslint/promise-function-async': 'error',
    'no-async-promise-executor': 'error',
    'no-await-in-loop': 'error',
    'require-atomic-updates': 'error',
  },
});
