/** One person of a programme that does nothing: days are after the start. */
export interface NullPerson {
  readonly id: string;
  /** At higher risk: the event comes sooner, and so does leaving. */
  readonly high: 0 | 1;
  readonly time: number;
  readonly event: 0 | 1;
  readonly completedDay: number | null;
  readonly leftDay: number | null;
  /** Weekly sessions until they left, completed or had the event. */
  readonly sessionDays: readonly number[];
}

/**
 * People who start a group of 20 to 28 weeks that changes nothing. Those at higher risk have the event sooner and leave
 * sooner, so of completers few have it: the truth is no difference, whatever completers look like.
 */
export function nullProgramme(people: number, seed: number): NullPerson[] {
  const uniform = uniforms(seed);
  const chance = (probability: number) => uniform() < probability;
  return Array.from({ length: people }, (_, index) => {
    const completesOn = 7 * (20 + Math.floor(8 * uniform())) + 1 + Math.floor(7 * uniform());
    const high = chance(0.5) ? 1 : 0;
    let left: number | null = null;
    let time = 365;
    let event: 0 | 1 = 0;
    for (let day = 1; day <= 365; day++) {
      if (left === null && day < completesOn && chance(high ? 0.008 : 0.0015)) left = day;
      if (!chance(high ? 0.0028 : 0.0006)) continue;
      [time, event] = [day, 1];
      break;
    }
    const completedDay = left === null && completesOn <= time ? completesOn : null;
    const last = Math.min(left ?? completesOn, completesOn, time);
    const sessionDays = Array.from({ length: Math.floor((last - 1) / 7) }, (_, week) => 7 * (week + 1));
    return { id: `P${index + 1}`, high, time, event, completedDay, leftDay: left, sessionDays };
  });
}

/** Mulberry32: 32 bits of state, public domain. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
