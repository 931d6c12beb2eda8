import type { WindowRequest } from "./window-aggregates.ts";

/** What requests ask of events: nothing else of them is read. */
export interface AskedOfEvents {
  /** Flags that every request asks for, with the same value: other events are of no account. */
  readonly shared: readonly AskedFlag[];
  /** The others; each has a bit, in this order. */
  readonly apart: readonly AskedFlag[];
  readonly proven: boolean;
  /** Columns that are summed. */
  readonly sums: readonly string[];
}

export interface AskedFlag {
  readonly name: string;
  readonly value: boolean;
}

/** Bits of a whole number of 32 that stay clear of its sign. */
const mostFlags = 31;

/** @throws RangeError when requests differ in more flags than there are bits */
export function askedOfEvents(requests: readonly WindowRequest[]): AskedOfEvents {
  const every = new Map(
    requests.flatMap(({ where }) => flagsOf(where)).map((flag) => [`${flag.name} ${flag.value}`, flag] as const),
  );
  const isShared = ({ name, value }: AskedFlag) => requests.every(({ where = {} }) => where[name] === value);
  const apart = [...every.values()].filter((flag) => !isShared(flag));
  if (apart.length > mostFlags) {
    throw new RangeError(`windowAggregates: requests must differ in at most ${mostFlags} flags, got ${apart.length}`);
  }
  return {
    shared: [...every.values()].filter(isShared),
    apart,
    proven: requests.some(({ window }) => window.provenBy !== null),
    sums: [...new Set(requests.flatMap(({ measure }) => (typeof measure === "string" ? [] : [measure.sum])))],
  };
}

/** The bits an event must have to match a request. */
export function bitsOf({ apart }: AskedOfEvents, where: WindowRequest["where"]): number {
  return flagsOf(where).reduce((bits, { name, value }) => {
    const bit = apart.findIndex((flag) => flag.name === name && flag.value === value);
    return bit < 0 ? bits : bits | (1 << bit);
  }, 0);
}

function flagsOf(where: WindowRequest["where"] = {}): AskedFlag[] {
  return Object.entries(where).map(([name, value]) => ({ name, value }));
}
