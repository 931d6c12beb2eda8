/** A text as R reads it. */
export function text(value: string): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

export function textVector(values: readonly string[]): string {
  return `c(${values.map(text).join(", ")})`;
}
