import leven from 'leven';

/**
 * The known name that a misspelt one most likely meant, or undefined when none is near.
 * A name that differs only in case, hyphens, underscores or spaces always wins.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(name);
  const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = leven(wanted, plain(candidate), { maxDistance: bestDistance });
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** "Did you mean …?" as an instruction, or what else to do when no name is near. */
export function suggestion(name: string, candidates: Iterable<string>, otherwise: string): string {
  const known = nearest(name, candidates);
  return known === undefined ? otherwise : `Did you mean ${known}?`;
}

// Longer names are nobody's typing mistake, and distances over them cost time.
const longest = 200;

function plain(name: string): string {
  return name
    .slice(0, longest)
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}
