/** Where a key of the results points: the object or list that holds the value, and the name it has there. */
export interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

/**
 * Finds a key such as `comparisons/headline/estimates/arrest:riskDifference:crude/interval/0`: lists are entered by id,
 * a funnel by step, or by position.
 *
 * @returns null when the key leads nowhere
 */
export function placeOf(results: object, key: string): Place | null {
  const path = key.split("/");
  let holder: unknown = results;
  for (const segment of path.slice(0, -1)) {
    holder = step(holder, segment);
    if (typeof holder !== "object" || holder === null) return null;
  }
  const name = nameIn(holder, path.at(-1)!);
  return name === null ? null : { holder: holder as Record<string, unknown>, name };
}

function step(holder: unknown, segment: string): unknown {
  const name = nameIn(holder, segment);
  return name === null ? undefined : (holder as Record<string, unknown>)[name];
}

function nameIn(holder: unknown, segment: string): string | null {
  if (Array.isArray(holder)) {
    const named = holder.findIndex((each) => each?.id === segment || each?.step === segment);
    if (named >= 0) return String(named);
    return /^\d+$/.test(segment) && Number(segment) < holder.length ? segment : null;
  }
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, segment) ? segment : null;
}
