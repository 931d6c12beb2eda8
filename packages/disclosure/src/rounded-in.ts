/** Every number in it; what is withheld, unbounded or a word stays. */
export function roundedIn<Value>(value: Value, digits: number): Value {
  if (typeof value === "number") return Number(value.toPrecision(digits)) as Value;
  if (Array.isArray(value)) return value.map((one) => roundedIn(one, digits)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundedIn(one, digits)])) as Value;
}
