import type { Results } from "@likewise/schema";

/**
 * The same results with every number changed, each object's by a share of its own, and every number within a text: signs,
 * zeros, whole numbers, shares below 1 and the order of what stands in one object stay, so that the pages say the same
 * things of other numbers.
 *
 * @param round which of several changes, from 1; the third changes nothing but levels of evidence, which decide what pages say, and times of curves, which decide what is read off them
 */
export function shiftedResults(results: Results, round: number): Results {
  return shifted(results, "", "") as Results;

  function shifted(value: unknown, key: string, object: string): unknown {
    if (typeof value === "number") return fixedKeys.test(key) ? value : shiftedNumber(value, key, object);
    if (typeof value === "string") return shiftedText(value);
    // An interval moves with its estimate.
    if (Array.isArray(value)) return value.map((one, index) => shifted(one, `${key}/${index}`, object));
    if (typeof value !== "object" || value === null) return value;
    const changed = Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === "slots" ? inner : shifted(inner, `${key}/${name}`, key),
      ]),
    );
    for (const [part, whole] of shares)
      if (isShare(value as Counts, part, whole)) changed.value = (changed[part] as number) / (changed[whole] as number);
    return changed;
  }

  function shiftedNumber(value: number, key: string, object: string): number {
    const size = Math.abs(value);
    const share = shareOf(`${gridOf(key) ?? object} ${round}`);
    if (levels.test(key)) return round === onlyLevels ? (value % 5) + 1 : value;
    // What is read off a curve is read at times of the axis.
    if (/\/points\/\d+\/time$/.test(key) !== (round === onlyLevels)) return value;
    // Fewer of more: shares change too, and are none above 1.
    if (/\/(?:numerator|events)$/.test(key) && size > 2 && Number.isInteger(value))
      return Math.sign(value) * Math.max(1, Math.floor(size * (0.95 - 0.4 * share)) - 1);
    if (Number.isInteger(value))
      return value === 0 ? 0 : Math.sign(value) * (size + 1 + Math.floor(3 * share + size * (0.02 + share / 5)));
    // So small that less of it would be printed alike.
    if (size < 0.02) return value * (3 + 3 * share);
    return size < 1 ? value * (0.85 - 0.6 * share) : value * (1.15 + 0.8 * share);
  }

  /** The same number of a text is the same other number wherever it stands, so that a label within a sentence stays that label. */
  function shiftedText(text: string): string {
    if (!text.includes(" ") || round === onlyLevels) return text;
    return text.replace(/(?<![\w.,/=:+-])\d+(?:\.\d+)?(?![\w/=:-]|[.,]\d)/g, (token) => {
      const digits = token.includes(".") ? token.length - token.indexOf(".") - 1 : 0;
      const step = 1 + Math.floor(shareOf(`${token} ${round}`) * (4 + Number(token) * 10 ** digits * 0.3));
      return ((Number(token) * 10 ** digits + step) / 10 ** digits).toFixed(digits);
    });
  }
}

/** What says how to read the document, and the number by which a block of time is known. */
const fixedKeys = /^\/version$|\/block$/;

const onlyLevels = 3;

type Counts = Readonly<Record<string, unknown>>;

/** What a value beside its counts is a share of: pages read shares off such values, so they go on being shares. */
const shares: readonly (readonly [string, string])[] = [
  ["numerator", "denominator"],
  ["events", "n"],
];

function isShare(object: Counts, part: string, whole: string): boolean {
  const [counted, of, value] = [object[part], object[whole], object.value];
  if (typeof counted !== "number" || typeof of !== "number" || typeof value !== "number") return false;
  return of > 0 && Math.abs(value - counted / of) < 1e-9;
}

/** Points of a curve and the estimates of a comparison stay in their order, and rows that share columns go on sharing them. */
function gridOf(key: string): string | null {
  return /^(.*\/points|\/comparisons\/\d+)\/(?:\d+|estimates)\//.exec(key)?.[1] ?? /\/(gamma)$/.exec(key)?.[1] ?? null;
}

/** Steps of a scale from 1 to 5. */
const levels = /\/(?:level|atMost)$/;

/** A share from 0 to below 1 that depends on the text alone. */
function shareOf(text: string): number {
  let state = 2166136261;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 16777619);
  state = Math.imul(state ^ (state >>> 16), 2246822507);
  state = Math.imul(state ^ (state >>> 13), 3266489909);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
