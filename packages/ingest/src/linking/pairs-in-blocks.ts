import { type AgreementKeys, agreementKeys } from "./agreement-keys.ts";
import type { CodedSides } from "./link-records.ts";

/** Pairs that agree on a block and on none before it, so that each pair stands in one block. */
export interface BlockedPairs {
  /** Pairs that agree on the block, those of earlier blocks not taken off: what going through it costs. */
  readonly cost: (block: number) => number;
  /** Goes through the pairs of a block, record by record, people in their order. */
  readonly each: (block: number, use: (record: number, person: number) => void, open?: Uint8Array) => void;
  /** The block in which a pair stands; -1 = none. */
  readonly blockOf: (record: number, person: number) => number;
}

export function pairsInBlocks(sides: CodedSides, blocks: readonly (readonly string[])[]): BlockedPairs {
  const keys = blocks.map((roles) => agreementKeys(sides, roles));
  const blockOf = (record: number, person: number) => keys.findIndex((key) => agrees(key, record, person));
  return {
    cost: (block) => costOf(keys[block]!),
    each: (block, use, open) => {
      const { ofRecords, starts, peopleByKey } = keys[block]!;
      const earlier = keys.slice(0, block);
      for (let record = 0; record < sides.records; record++) {
        const key = ofRecords[record]!;
        if (key === -1 || (open !== undefined && open[record] === 0)) continue;
        for (let at = starts[key]!; at < starts[key + 1]!; at++) {
          const person = peopleByKey[at]!;
          if (!agreesOnAny(earlier, record, person)) use(record, person);
        }
      }
    },
    blockOf,
  };
}

function agreesOnAny(keys: readonly AgreementKeys[], record: number, person: number): boolean {
  for (let block = 0; block < keys.length; block++) if (agrees(keys[block]!, record, person)) return true;
  return false;
}

function agrees({ ofRecords, ofPeople }: AgreementKeys, record: number, person: number): boolean {
  return ofRecords[record] !== -1 && ofRecords[record] === ofPeople[person];
}

function costOf({ ofRecords, starts }: AgreementKeys): number {
  let pairs = 0;
  for (const key of ofRecords) if (key !== -1) pairs += starts[key + 1]! - starts[key]!;
  return pairs;
}
