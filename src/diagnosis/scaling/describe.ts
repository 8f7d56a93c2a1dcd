import type { Ports } from '../../deploy/ports.ts';
import type { Look } from '../../deploy/watch.ts';
import type { DiagnosisContext } from '../context.ts';
import type { ScalingActivity } from '../diagnosis.ts';

const MOST = 3;

/** The part of a diagnosis that this needs. */
export interface ScalingContext extends Pick<DiagnosisContext, 'request' | 'current' | 'attempts'> {
  readonly last: Pick<Look, 'service'>;
  readonly ports: Pick<Ports, 'aws' | 'signal'>;
}

/**
 * The activities of Application Auto Scaling since the first new event of the service
 * (DescribeScalingActivities), newest first; asked only where the count changed and nobody asked for that.
 */
export async function describeScaling({
  request,
  current,
  last,
  ports: { aws, signal },
  attempts,
}: ScalingContext): Promise<readonly ScalingActivity[]> {
  const { service } = last;
  const isChanged = service.desiredCount !== current.service.desiredCount;
  if (!isChanged || request.settings.desiredCount !== undefined) return [];
  const known = new Set(current.service.events.map(({ id }) => id));
  const since = Math.min(...service.events.filter(({ id }) => !known.has(id)).map(({ at }) => at));
  const found = await attempts.read('scaling', async () => {
    const client = await aws.autoScaling();
    const answer = await client.describeScalingActivities(
      {
        ServiceNamespace: 'ecs',
        ResourceId: `service/${service.clusterName}/${service.name}`,
        ScalableDimension: 'ecs:service:DesiredCount',
      },
      { abortSignal: signal },
    );
    return answer.ScalingActivities ?? [];
  });
  return (found ?? [])
    .filter(({ StartTime, StatusCode }) => StatusCode === 'Successful' && Number(StartTime) >= since)
    .slice(0, MOST)
    .map(({ Description = '', Cause }) => ({
      description: Description,
      ...(Cause === undefined ? {} : { reason: Cause }),
    }));
}
