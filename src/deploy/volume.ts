import type { Volume } from '@aws-sdk/client-ecs';
import { suggestion } from '../inputs/nearest.ts';
import { type Parsed, parsed, type Problem, refused } from '../inputs/problem.ts';
import type { ServiceState } from '../service/service.ts';
import { type ServiceVolume, volumeChanges } from '../service/volume.ts';
import type { Situation } from './situation.ts';
import type { DEPLOY_INPUTS } from './inputs.ts';
import type { InputValues } from '../inputs/schema.ts';
import type { Reason } from './reason.ts';

const NAME = 'service-managed-ebs-volume-name';
const CONFIGURATION = 'service-managed-ebs-volume';

/** The volume of the inputs; undefined when they name none. One of the two inputs alone is a problem. */
export function volumeOf(
  inputs: Pick<InputValues<typeof DEPLOY_INPUTS>, typeof NAME | typeof CONFIGURATION>,
): Parsed<ServiceVolume | undefined> {
  const name = inputs[NAME];
  const configuration = inputs[CONFIGURATION];
  if (name === undefined && configuration === undefined) return parsed(undefined);
  if (name !== undefined && configuration !== undefined) return parsed({ name, configuration });
  const [given, missing] = name === undefined ? [CONFIGURATION, NAME] : [NAME, CONFIGURATION];
  return refused({
    message: `${given} is given without ${missing}.`,
    remedy: `Give both, or neither.`,
    input: missing,
  });
}

/** API reference, Volume configuredAtLaunch: only such a volume takes its configuration from the service. */
export function volumeIsDeclared({ request, current: { asked, service } }: Situation): readonly Problem[] {
  const { volume } = request.settings;
  if (volume === undefined || service.controller === 'CODE_DEPLOY') return [];
  const { revision } = request;
  const volumes: readonly Volume[] =
    (revision.kind === 'file' ? revision.definition.volumes : asked?.definition.volumes) ?? [];
  const declared = volumes.find(({ name }) => name === volume.name);
  if (declared?.configuredAtLaunch === true) return [];
  if (declared !== undefined) {
    return [
      {
        message: `The volume ${volume.name} of the task definition is not configured at launch.`,
        remedy: 'Add "configuredAtLaunch": true to it, or leave the input out.',
        input: NAME,
      },
    ];
  }
  const names = volumes.map(({ name = '' }) => name);
  return [
    {
      message: `The task definition has no volume ${volume.name}.`,
      remedy: suggestion(
        volume.name,
        names,
        `Add {"name": "${volume.name}", "configuredAtLaunch": true} to volumes.`,
      ),
      input: NAME,
    },
  ];
}

/** Why the service must be updated for its volume. */
export function volumeReasons(
  volume: ServiceVolume | undefined,
  { volumes }: ServiceState,
): readonly Reason[] {
  if (volume === undefined) return [];
  return volumeChanges(volume, volumes).map(({ member, from, to }) => ({
    kind: 'setting',
    name: member === undefined ? CONFIGURATION : `${CONFIGURATION} ${member}`,
    from,
    to,
  }));
}
