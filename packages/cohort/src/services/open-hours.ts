/** When a service is open, the same hours on each of its days. */
export interface OpenTimes {
  /** Minutes after midnight. */
  readonly opensMinute: number;
  readonly closesMinute: number;
  /** 0 to 7. */
  readonly daysPerWeek: number;
}

/**
 * Hours a week that a service is open. Hours that end before they begin run past midnight; the same time twice is all day.
 *
 * @example
 * openHoursPerWeek({ opensMinute: 600, closesMinute: 840, daysPerWeek: 5 }); // 20
 * openHoursPerWeek({ opensMinute: 600, closesMinute: 840, daysPerWeek: 1 }); // 4
 */
export function openHoursPerWeek({ opensMinute, closesMinute, daysPerWeek }: OpenTimes): number {
  const minutes = closesMinute > opensMinute ? closesMinute - opensMinute : closesMinute - opensMinute + minutesADay;
  return (minutes * daysPerWeek) / 60;
}

const minutesADay = 24 * 60;
