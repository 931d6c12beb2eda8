import { identifierRole } from "./identifier-roles.ts";
import type { CodedSides } from "./link-records.ts";

/** How pairs compare on some identifiers, each pattern of levels as one number. */
export interface PairComparison {
  /** Levels of each identifier, missing not counted. */
  readonly levels: readonly number[];
  /** Pattern of a record and a person. */
  readonly patternOf: (record: number, person: number) => number;
  /** Level of each identifier in a pattern; -1 = missing. */
  readonly levelsOf: (pattern: number) => readonly number[];
}

/** Entries of each identifier's memory of levels already worked out; a newcomer takes the place of another. */
const REMEMBERED = 1 << 18;

/** Compares pairs by number; texts are looked at once for each two values that meet, as far as is remembered. */
export function comparePairs(sides: CodedSides, roles: readonly string[]): PairComparison {
  const compared = roles.map((role) => {
    const { levels, levelOf } = identifierRole(role);
    const { ofRecords, ofPeople, values } = sides.identifiers.get(role)!;
    const remembered = levels.length > 2 ? rememberedLevels(values, levelOf) : () => 1;
    return { ofRecords, ofPeople, levels: levels.length, levelOf: remembered };
  });
  const patternOf = (record: number, person: number): number => {
    let pattern = 0;
    for (let index = 0; index < compared.length; index++) {
      const { ofRecords, ofPeople, levels, levelOf } = compared[index]!;
      const a = ofRecords[record]!;
      const b = ofPeople[person]!;
      const level = a === -1 || b === -1 ? levels : a === b ? 0 : levelOf(a, b);
      pattern = pattern * (levels + 1) + level;
    }
    return pattern;
  };
  const levelsOf = (pattern: number): number[] => {
    let rest = pattern;
    const found = compared.map(() => -1);
    for (let index = compared.length - 1; index >= 0; index--) {
      const { levels } = compared[index]!;
      const level = rest % (levels + 1);
      rest = Math.floor(rest / (levels + 1));
      found[index] = level === levels ? -1 : level;
    }
    return found;
  };
  return { levels: compared.map(({ levels }) => levels), patternOf, levelsOf };
}

function rememberedLevels(
  values: readonly string[],
  levelOf: (a: string, b: string) => number,
): (a: number, b: number) => number {
  const keys = new Float64Array(REMEMBERED).fill(-1);
  const levels = new Uint8Array(REMEMBERED);
  return (a, b) => {
    const key = a * values.length + b;
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 14;
    if (keys[slot] !== key) {
      keys[slot] = key;
      levels[slot] = levelOf(values[a]!, values[b]!);
    }
    return levels[slot]!;
  };
}
