/** People (or other units) with the event, out of those observed. */
export interface Count {
  readonly events: number;
  readonly total: number;
}

/** Refuses anything but whole numbers with 0 <= events <= total and total > 0; `prefix` as in "first.". */
export function checkCount(caller: string, prefix: string, { events, total }: Count): void {
  if (!Number.isInteger(total) || total < 1)
    throw new RangeError(`${caller}: ${prefix}total must be a whole number >= 1 (units observed), got ${total}`);
  if (!Number.isInteger(events) || events < 0 || events > total)
    throw new RangeError(`${caller}: ${prefix}events must be a whole number from 0 to ${total} (units), got ${events}`);
}
