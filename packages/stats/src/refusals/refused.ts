/** A number that is not given because it would mislead, as data: check `"refused" in result` first. */
export interface Refused {
  readonly refused: {
    /** what was asked for */
    readonly what: string;
    /** why it cannot be had from these data */
    readonly why: string;
    /** what would make it possible */
    readonly unlocks: string;
  };
}

export function refuse(what: string, why: string, unlocks: string): Refused {
  return { refused: { what, why, unlocks } };
}
