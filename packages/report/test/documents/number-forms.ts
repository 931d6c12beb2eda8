import type { Results } from "@likewise/schema";

/**
 * Every way in which documents may write a number of the results, with the key it stands under: as it is or in every
 * 100, with up to three digits after the point, thousands apart, without its sign, as its distance from 1 or from 100.
 */
export function numberForms(results: Results): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  walk(results, "");
  // Capacity released is no number of its own: what public budgets avoid, less what could leave them, before rounding.
  const money = results.economics?.appraisal?.byKind;
  if (money !== undefined) walk(money.fiscal.estimate - money.cashable.estimate, "/economics/appraisal/byKind");
  return forms;

  function walk(value: unknown, key: string): void {
    if (typeof value === "number") for (const form of formsOf(value)) if (!forms.has(form)) forms.set(form, key);
    // Labels, windows and names of the plan hold numbers as text.
    if (typeof value === "string") for (const token of tokensOf(value)) if (!forms.has(token)) forms.set(token, key);
    if (value === null || typeof value !== "object") return;
    for (const [name, part] of Object.entries(value)) {
      for (const token of tokensOf(name)) if (!forms.has(token)) forms.set(token, `${key}/${name}`);
      walk(part, `${key}/${name}`);
    }
  }
}

/** Numbers as they stand in a text, without sign. */
export function tokensOf(text: string): string[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((token) => token.replaceAll(",", ""));
}

function* formsOf(value: number): Iterable<string> {
  const size = Math.abs(value);
  for (const scaled of [size, 100 * size]) {
    for (const digits of [0, 1, 2, 3, 4]) yield scaled.toFixed(digits);
    yield String(Number(scaled.toPrecision(2)));
    yield String(Number(scaled.toPrecision(3)));
  }
  yield String(size);
}
