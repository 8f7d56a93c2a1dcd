/** A deployment of somebody else came in the way after this run had planned: nothing was started, and it plans anew. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  /** What the run ends with when that happens again and again. */
  readonly refusal: unknown;

  constructor(refusal: unknown) {
    super('Another deployment came in the way.');
    this.refusal = refusal;
  }
}
