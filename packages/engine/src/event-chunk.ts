/** Some events of units with an anchor day, and what is asked of them; not kept, its arrays may be filled again. */
export interface EventChunk {
  readonly count: number;
  /** Of the unit an event is of. */
  readonly place: Int32Array;
  /** Which of the different anchor days that unit has. */
  readonly day: Int32Array;
  readonly date: Int32Array;
  /** The flags it has, a bit for each asked for. */
  readonly flags: Int32Array;
  /** `neverProven` where it is missing; null where nobody asks. */
  readonly provenDate: Int32Array | null;
  /** For each sum: its whole number, or the line of the table of numbers it has, -1 for none. */
  readonly numbers: readonly Int32Array[];
}

/** After every day. */
export const neverProven = 2 ** 31 - 1;

/** Most events of one chunk: the size of the database's own. */
export const chunkEvents = 2048;
