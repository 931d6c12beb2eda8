import { agreementKeys } from "./agreement-keys.ts";
import type { CodedSides } from "./link-records.ts";

/** What the deterministic rules say of each record. */
export interface RuleLinks {
  /** Person by record; -1 = none. */
  readonly person: Int32Array;
  /** Rule by record that linked it or found several people, 0 for the first; -1 = none. */
  readonly rule: Int32Array;
  /** Records for which their rule finds several people, and who they are. */
  readonly conflicts: ReadonlyMap<number, readonly number[]>;
}

/**
 * Links records by rules in their order, strictest first: a record that agrees with one person on every identifier of a
 * rule is linked to that person. Where it agrees with several, the rule cannot tell them apart, and neither can a looser
 * one: the record is not linked, and goes to review. A missing identifier agrees with nothing.
 *
 * @param open     1 = the record is to be linked
 * @param excluded whether somebody has decided against a pair
 */
export function linkByRules(
  sides: CodedSides,
  rules: readonly (readonly string[])[],
  open: Uint8Array,
  excluded: (record: number, person: number) => boolean,
): RuleLinks {
  const person = new Int32Array(sides.records).fill(-1);
  const ruleOf = new Int32Array(sides.records).fill(-1);
  const conflicts = new Map<number, readonly number[]>();
  for (const [rule, roles] of rules.entries()) {
    const { ofRecords, starts, peopleByKey } = agreementKeys(sides, roles);
    for (let record = 0; record < sides.records; record++) {
      const key = ofRecords[record]!;
      if (open[record] === 0 || ruleOf[record] !== -1 || key === -1 || starts[key] === starts[key + 1]) continue;
      const found = [...peopleByKey.subarray(starts[key]!, starts[key + 1]!)].filter((one) => !excluded(record, one));
      if (found.length === 0) continue;
      ruleOf[record] = rule;
      if (found.length === 1) person[record] = found[0]!;
      else conflicts.set(record, found);
    }
  }
  return { person, rule: ruleOf, conflicts };
}
