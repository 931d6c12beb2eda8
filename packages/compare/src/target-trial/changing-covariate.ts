/** Something about people that changes after time zero, as a table of its own: each value holds from its day on. */
export interface ChangingCovariate {
  readonly name: string;
  /** person of each row, from 0 */
  readonly person: ArrayLike<number>;
  /** day from which the value was known, days after time zero; everybody needs one on day 0 or before */
  readonly day: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** The last value known by the start of a day. */
export type ValueOnDay = (person: number, day: number) => number;

/**
 * Values as known at the start of a day: the last row of the person dated then or before, so nothing later leaks in.
 *
 * @throws RangeError when rows do not line up, a value is missing or two have one day, or a person has none at time zero
 */
export function valuesOverTime(caller: string, people: number, covariate: ChangingCovariate): ValueOnDay {
  const { name, person, day, value } = covariate;
  if (day.length !== person.length || value.length !== person.length)
    throw new RangeError(`${caller}: person, day and value of ${name} must be of one length`);
  const order = Array.from({ length: person.length }, (_, row) => row).sort(
    (a, b) => person[a]! - person[b]! || day[a]! - day[b]!,
  );
  const firstRow = new Int32Array(people + 1).fill(order.length);
  order.forEach((row, place) => {
    const who = person[row]!;
    if (!(Number.isInteger(who) && who >= 0 && who < people))
      throw new RangeError(`${caller}: person of ${name} must be 0 to ${people - 1}, row ${row} (from 0) is not`);
    if (!Number.isFinite(day[row]!) || !Number.isFinite(value[row]!))
      throw new RangeError(`${caller}: ${name} must be finite with none missing, row ${row} (from 0) is not`);
    const before = order[place - 1];
    if (before !== undefined && person[before] === who && day[before] === day[row])
      throw new RangeError(`${caller}: ${name} must have one value a day and person, row ${row} (from 0) is another`);
    firstRow[who] = Math.min(firstRow[who]!, place);
  });
  for (let who = people - 1; who >= 0; who--) firstRow[who] = Math.min(firstRow[who]!, firstRow[who + 1]!);
  const days = Float64Array.from(order, (row) => day[row]!);
  const values = Float64Array.from(order, (row) => value[row]!);
  for (let who = 0; who < people; who++) {
    if (!(firstRow[who]! < firstRow[who + 1]! && days[firstRow[who]!]! <= 0))
      throw new RangeError(`${caller}: ${name} must have a value at time zero, person ${who} (from 0) has none`);
  }
  return (who, onDay) => {
    let low = firstRow[who]!;
    let high = firstRow[who + 1]!;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (days[middle]! <= onDay) low = middle;
      else high = middle;
    }
    return values[low]!;
  };
}
