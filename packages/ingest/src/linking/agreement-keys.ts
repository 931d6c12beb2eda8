import type { CodedSides } from "./link-records.ts";

/** A number for each record and person that those who agree on all of some identifiers share. */
export interface AgreementKeys {
  /** -1 where one of the identifiers is missing. */
  readonly ofRecords: Int32Array;
  readonly ofPeople: Int32Array;
  /** People by key: those of key k stand from starts[k] to starts[k + 1], in their order. */
  readonly starts: Int32Array;
  readonly peopleByKey: Int32Array;
}

/** Who agrees with whom on every one of these identifiers. Missing agrees with nothing. */
export function agreementKeys({ records, people, identifiers }: CodedSides, roles: readonly string[]): AgreementKeys {
  let ofRecords = new Int32Array(records);
  let ofPeople = new Int32Array(people);
  let keys = 1;
  for (const role of roles) {
    const codes = identifiers.get(role)!;
    const numberOf = new Map<number, number>();
    const width = codes.values.length;
    const next = (before: Int32Array, values: Int32Array): Int32Array<ArrayBuffer> =>
      Int32Array.from(before, (key, index) => {
        if (key === -1 || values[index] === -1) return -1;
        const both = key * width + values[index]!;
        const known = numberOf.get(both);
        if (known !== undefined) return known;
        numberOf.set(both, numberOf.size);
        return numberOf.size - 1;
      });
    [ofRecords, ofPeople] = [next(ofRecords, codes.ofRecords), next(ofPeople, codes.ofPeople)];
    keys = Math.max(1, numberOf.size);
  }
  return { ofRecords, ofPeople, ...grouped(ofPeople, keys) };
}

function grouped(ofPeople: Int32Array, keys: number): Pick<AgreementKeys, "starts" | "peopleByKey"> {
  const starts = new Int32Array(keys + 1);
  for (const key of ofPeople) if (key !== -1) starts[key + 1]!++;
  for (let key = 0; key < keys; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const peopleByKey = new Int32Array(starts[keys]!);
  ofPeople.forEach((key, person) => {
    if (key !== -1) peopleByKey[next[key]!++] = person;
  });
  return { starts, peopleByKey };
}
