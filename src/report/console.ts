import type { Outcome } from '../deploy/outcome.ts';

/** Which of AWS's consoles shows a region. */
function host(region: string): string {
  if (region.startsWith('cn-')) return `${region}.console.amazonaws.cn`;
  if (region.startsWith('us-gov-')) return `${region}.console.amazonaws-us-gov.com`;
  return `${region}.console.aws.amazon.com`;
}

/** The page of the AWS console that shows the deployment, or the service's deployments when there is none. */
export function consoleLink(
  { cluster, service, handle }: Pick<Outcome, 'cluster' | 'service' | 'handle'>,
  region: string,
): string {
  const path =
    handle?.kind === 'codedeploy'
      ? `codesuite/codedeploy/deployments/${handle.id}`
      : `ecs/v2/clusters/${encodeURIComponent(cluster)}/services/${encodeURIComponent(service)}/deployments`;
  return `https://${host(region)}/${path}?region=${region}`;
}
