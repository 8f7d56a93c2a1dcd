import { UserError } from '../inputs/problem.ts';

/** The region of the job, from AWS_REGION or AWS_DEFAULT_REGION. */
export function regionOf(environment: Readonly<Record<string, string | undefined>>): string {
  const region = (environment['AWS_REGION'] ?? '').trim() || (environment['AWS_DEFAULT_REGION'] ?? '').trim();
  if (region === '') {
    throw new UserError({
      message: 'There is no AWS region: neither AWS_REGION nor AWS_DEFAULT_REGION is set.',
      remedy: 'Set AWS_REGION under "env:" of the job, or by the step that assumes the role.',
    });
  }
  // Two letters are not a rule: the European Sovereign Cloud has eusc-de-east-1.
  if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) return region;
  throw new UserError({
    message: `"${region}" is not the name of an AWS region.`,
    remedy: 'Correct AWS_REGION; a region looks like eu-central-1.',
  });
}
