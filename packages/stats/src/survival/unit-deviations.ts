/**
 * Each unit's events less those expected of it, weighted as in the mean cumulative function, and the sum of their
 * squares, which is its robust variance. All units at risk move alike at every event time, so a unit at risk is kept
 * as what it holds plus the common part: a time costs its own rows only, not all units.
 */
export interface UnitDeviations {
  /** a row of the unit begins */
  enter(unit: number): void;
  /** a row of the unit ends */
  leave(unit: number): void;
  /** units at risk */
  atRisk(): number;
  /** adds to a unit at risk */
  add(unit: number, amount: number): void;
  /** takes from every unit at risk */
  expect(amount: number): void;
  sumOfSquares(): number;
}

export function unitDeviations(units: number): UnitDeviations {
  // A row may be told to end before it is told to begin when both lie between two event times: rows open may be −1.
  const open = new Int32Array(units);
  const held = new Float64Array(units);
  let common = 0;
  let present = 0;
  let sum = 0;
  let squares = 0;
  let squaresAway = 0;
  return {
    enter(unit) {
      open[unit] = open[unit]! + 1;
      if (open[unit] !== 1) return;
      const deviation = held[unit]!;
      const value = deviation + common;
      held[unit] = value;
      present++;
      sum += value;
      squares += value * value;
      squaresAway -= deviation * deviation;
    },
    leave(unit) {
      open[unit] = open[unit]! - 1;
      if (open[unit] !== 0) return;
      const value = held[unit]!;
      const deviation = value - common;
      held[unit] = deviation;
      present--;
      sum -= value;
      squares -= value * value;
      squaresAway += deviation * deviation;
    },
    atRisk: () => present,
    add(unit, amount) {
      const value = held[unit]!;
      held[unit] = value + amount;
      sum += amount;
      squares += (2 * value + amount) * amount;
    },
    expect(amount) {
      common += amount;
    },
    sumOfSquares: () => squares - 2 * common * sum + common * common * present + squaresAway,
  };
}
