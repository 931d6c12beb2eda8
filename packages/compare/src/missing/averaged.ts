/**
 * Records of one shape as one: numbers are averaged, what is equal stays, objects and lists of one length go part by part.
 * Where a part is null in some records it is null; of anything else the first stands.
 */
export function averaged<Value>(values: readonly Value[]): Value {
  return average(values) as Value;
}

function average(values: readonly unknown[]): unknown {
  const [first] = values;
  if (values.every((value) => Object.is(value, first))) return first;
  if (values.every((value): value is number => typeof value === "number")) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  }
  if (values.some((value) => value === null || value === undefined)) return null;
  if (values.every(Array.isArray)) {
    const lists = values as readonly (readonly unknown[])[];
    if (lists.some(({ length }) => length !== lists[0]!.length)) return first;
    return lists[0]!.map((_, at) => average(lists.map((list) => list[at])));
  }
  if (values.every((value) => typeof value === "object")) {
    const records = values as readonly Readonly<Record<string, unknown>>[];
    return Object.fromEntries(Object.keys(records[0]!).map((key) => [key, average(records.map((one) => one[key]))]));
  }
  return first;
}
