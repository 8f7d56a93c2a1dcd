import type { Job } from '../github/id-token.ts';
import type { Role } from '../services/sts/state.ts';
import type { Fields, Report } from './fields.ts';

/** Reads a role that jobs of GitHub may assume. */
export const readRole =
  (report: Report) =>
  (fields: Fields): Role => {
    const name = fields.text('name');
    return {
      name,
      maxSessionSeconds: fields.integer('maxSessionSeconds', 3600),
      trust: {
        audience: fields.text('audience', 'sts.amazonaws.com'),
        subjects: fields.list('subjects', (value, path) => {
          if (typeof value === 'string') return value;
          report(path, 'This must be text.');
          return '';
        }),
      },
    };
  };

/** Reads `github`: the job that asks for tokens. */
export const readJob = (fields: Fields): Job => ({
  repository: fields.text('repository', 'octo-org/octo-repo'),
  ref: fields.text('ref', 'refs/heads/main'),
  environment: fields.text('environment', ''),
});
