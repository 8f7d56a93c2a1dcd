/** What was watched is gone, or cannot be read any more: its end will not be known. */
export class LostSight extends Error {
  override readonly name = 'LostSight';
}
