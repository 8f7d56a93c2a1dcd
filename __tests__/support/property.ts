import fc from 'fast-check';

/**
 * The cases are the same in every run, so that a suite is red for its code alone; PROPERTY_SEED, a number,
 * tries others.
 */
const seed = Number(process.env['PROPERTY_SEED'] ?? 1);

/** Fails with the smallest case for which the property does not hold. */
export function holds<T>(property: fc.IProperty<T>, cases = 100): void {
  fc.assert(property, { seed, numRuns: cases });
}

/** The same for a property that waits for answers. */
export function holdsAsync<T>(property: fc.IAsyncProperty<T>, cases = 100): Promise<void> {
  return fc.assert(property, { seed, numRuns: cases });
}
