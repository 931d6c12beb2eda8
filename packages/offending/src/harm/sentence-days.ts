/**
 * Days that unpaid work is worth: its hours over the hours of a working day.
 *
 * The Crime Severity Score takes the middle of each band of hours over 7.5 hours (verified: 8, 15 and 30 days, rounded);
 * that the Cambridge index takes the lowest hours over 8 is recalled, and fits the values it prints.
 *
 * @param hours       of unpaid work, >= 0
 * @param hoursPerDay of a working day, > 0
 * @returns days, not rounded
 * @throws RangeError when a number is out of range
 * @source Office for National Statistics (2016), Research outputs: developing a Crime Severity Score
 * @example
 * communityOrderDays({ hours: 60, hoursPerDay: 7.5 }); // 8
 */
export function communityOrderDays({
  hours,
  hoursPerDay,
}: {
  readonly hours: number;
  readonly hoursPerDay: number;
}): number {
  requirePositive("communityOrderDays", "hoursPerDay", "hours", hoursPerDay);
  if (!(hours >= 0)) throw new RangeError(`communityOrderDays: hours must be 0 or more (hours), got ${hours}`);
  return hours / hoursPerDay;
}

/**
 * Days a person on a daily wage needs to earn a fine. Give the mean fine unrounded: 84.53 pounds over 88 a day is 0.961
 * days, where the rounded 85 would give 0.966.
 *
 * @param finePounds >= 0
 * @param wagePoundsPerDay > 0
 * @returns days, not rounded
 * @throws RangeError when a number is out of range
 * @source Office for National Statistics (2016), Research outputs: developing a Crime Severity Score
 * @example
 * fineDays({ finePounds: 44, wagePoundsPerDay: 88 }); // 0.5
 */
export function fineDays({
  finePounds,
  wagePoundsPerDay,
}: {
  readonly finePounds: number;
  readonly wagePoundsPerDay: number;
}): number {
  requirePositive("fineDays", "wagePoundsPerDay", "pounds", wagePoundsPerDay);
  if (!(finePounds >= 0)) throw new RangeError(`fineDays: finePounds must be 0 or more (pounds), got ${finePounds}`);
  return finePounds / wagePoundsPerDay;
}

function requirePositive(name: string, what: string, unit: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`${name}: ${what} must be more than 0 (${unit}), got ${value}`);
  }
}
