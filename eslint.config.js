import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Who may import whom (design: `core` is pure, the portal knows only the core, the renderer, the reader and the index). */
const forbid = (files, patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map(([regex, message]) => ({ regex, message })) },
    ],
  },
});

const io = '(^node:|^octokit|^@octokit|^hono|^astro|^@hono)';

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.paraf', '**/.astro', 'site/dist', '.github/actions/*/dist'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
    },
  },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-recommended'],
  {
    files: ['scripts/core/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**', 'scripts/core/proof/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'The core has no environment: pass what it needs.' },
        { name: 'fetch', message: 'The core has no network: pass what it needs.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock: time enters as `now`.' },
        { object: 'Math', property: 'random', message: 'The core is a function of its arguments.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The core has no clock: time enters as `now`.',
        },
      ],
    },
  },
  forbid(
    ['scripts/core/**/*.ts'],
    [
      [io, 'The core does no I/O and knows no framework.'],
      ['^\\.\\./(?!\\.\\./content/schema/)', 'The core imports nothing of ours but content/schema.'],
    ],
  ),
  forbid(
    ['scripts/core/*/**/*.ts'],
    [
      [io, 'The core does no I/O and knows no framework.'],
      [
        '^\\.\\./(?!\\.\\./\\.\\./content/schema/|[a-z-]+\\.ts$)',
        'The core imports nothing of ours but content/schema.',
      ],
    ],
  ),
  forbid(
    ['content/schema/**/*.ts'],
    [
      [io, 'A schema does no I/O.'],
      ['scripts/|site/|cms/', 'A schema imports no program.'],
    ],
  ),
  forbid(
    ['scripts/markdown/**/*.ts', 'scripts/github/read/**/*.ts'],
    [['^node:', 'This runs in the browser too.']],
  ),
  forbid(
    ['site/**/*.ts', 'site/**/*.astro', 'cms/**/*.ts', 'cms/**/*.tsx'],
    [
      [
        'scripts/(?!core/|markdown/|github/read/)',
        'The portal and the CMS import only core, markdown, github/read and content/schema.',
      ],
    ],
  ),
  forbid(
    ['cms/auth/**/*.ts'],
    [
      [io, 'The sign-in server runs as a Worker too: with what the web gives.'],
      ['^\\.\\./', 'The sign-in server stands alone.'],
    ],
  ),
  forbid(
    ['site/src/data/**/*.ts'],
    [
      [
        'scripts/(?!core/|markdown/|publish/(index|pictures)/)',
        'The data module knows the index and the pictures, and nothing else of ours.',
      ],
    ],
  ),
  {
    files: [
      '**/*.test.ts',
      '**/*.e2e.ts',
      '**/*.fixture.ts',
      '**/testing/**',
      'scripts/core/proof/**',
      'site/e2e/**/*.ts',
      'bench/**/*.ts',
    ],
    rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' },
  },
);
