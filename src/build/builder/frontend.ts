/** What this machine builds with. */
export interface Machinery {
  readonly frontend: 'buildx' | 'plain';
  /** The driver of the builder, such as `docker` or `docker-container`; undefined without Buildx. */
  readonly driver: string | undefined;
}

/** Reads the driver from what `docker buildx inspect` prints; undefined where its engine does not answer. */
export const driverIn = (inspected: string): string | undefined =>
  /^Driver:[^\S\n]*(\S+)/m.exec(inspected)?.[1];

/** Whether the builder pushes by digest itself: the engine's own does not. */
export const pushesItself = ({ frontend, driver }: Machinery): boolean =>
  frontend === 'buildx' && driver !== undefined && driver !== 'docker';
