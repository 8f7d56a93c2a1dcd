import tseslint from 'typescript-eslint';

// Effects can be guessed from a file's name; every other file of src/ and sandbox/ is pure.
const effects = [
  '**/load.ts',
  '**/register.ts',
  '**/describe.ts',
  '**/start.ts',
  '**/watch.ts',
  '**/diagnose.ts',
  '**/server.ts',
  '**/main.ts',
  'src/aws/**',
  'src/docker/**',
  'src/github/**',
  'sandbox/clock.ts',
  'sandbox/request-handler.ts',
];

const impureImports = {
  patterns: [
    { group: ['node:*', 'fs', 'path'], message: 'A pure file: effects come in as arguments.' },
    { group: ['@actions/*'], message: 'Only src/github imports @actions packages.' },
    {
      group: ['@aws-sdk/client-*'],
      allowTypeImports: true,
      message: 'Only src/aws imports SDK clients; elsewhere their types alone.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.js'] } },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-params': ['warn', 4],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['src/**/*.ts', 'sandbox/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', impureImports],
      'no-restricted-globals': [
        'error',
        ...['process', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'performance'].map((name) => ({
          name,
          message: 'A pure file: effects come in as arguments.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'A pure file: the time comes in as an argument.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'A pure file: the time comes in as an argument.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'A pure file: chance comes in as an argument.',
        },
      ],
    },
  },
  {
    files: effects,
    rules: {
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['src/**/{load,register,describe,start,watch,diagnose}.ts', 'src/actions/*/main.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: impureImports.patterns.filter(({ group }) => !group.includes('node:*')) },
      ],
    },
  },
  {
    // Generated: it is as long as the API.
    files: ['src/task-definition/members.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['__tests__/**/*.ts'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-floating-promises': 'error' },
  },
);
