/** What is deployed: half of the time it runs. */
export const TAGS = [
  ...Array.from({ length: 9 }, () => 'v2' as const),
  'v1',
  'missing',
  'fault-slow',
  'fault-slow',
  'fault-crash',
  'fault-crash',
  'fault-crash-late',
  'fault-exit-code-3',
  'fault-exec-format',
  'fault-oom',
  'fault-unpullable',
  'fault-arch',
  'fault-no-route',
  'fault-layers',
  'fault-secret',
  'fault-secret-denied',
  'fault-log-group',
  'fault-unhealthy',
  'fault-unhealthy',
  'fault-no-capacity',
  'fault-spot',
  'fault-stop-timeout',
] as const;

/** What a service that is rolled back was deployed to before, oldest first. */
export const HISTORY = ['v3', 'v4', 'v5'] as const;
