import type { Results } from "@likewise/schema";

/**
 * The same results with every number changed, each object's by a share of its own, and every number within a text: signs,
 * zeros, whole numbers, shares below 1 and the order of what stands in one object stay, so that the pages say the same
 * things of other numbers.
 *
 * @param round which of several changes, from 1
 */
export function shiftedResults(results: Results, round: number): Results {
  return shifted(results, "", "") as Results;

  function shifted(value: unknown, key: string, object: string): unknown {
    if (typeof value === "number") return fixedKeys.test(key) ? value : shiftedNumber(value, key, object);
    if (typeof value === "string") return shiftedText(value);
    // An interval moves with its estimate.
    if (Array.isArray(value)) return value.map((one, index) => shifted(one, `${key}/${index}`, object));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === "slots" ? inner : shifted(inner, `${key}/${name}`, key),
      ]),
    );
  }

  function shiftedNumber(value: number, key: string, object: string): number {
    const size = Math.abs(value);
    const share = shareOf(`${object} ${round}`);
    if (levels.test(key)) return round % 2 === 1 ? (value % 5) + 1 : ((value + 1) % 5) + 1;
    if (Number.isInteger(value))
      return value === 0 ? 0 : Math.sign(value) * (size + 1 + Math.floor(share * (3 + size / 5)));
    return size < 1 ? value * (0.95 - 0.4 * share) : value * (1.05 + 0.4 * share);
  }

  /** The same number of a text is the same other number wherever it stands, so that a label within a sentence stays that label. */
  function shiftedText(text: string): string {
    if (!text.includes(" ")) return text;
    return text.replace(/(?<![\w.,/=:-])\d+(?:\.\d+)?(?![\w/=:-]|[.,]\d)/g, (token) => {
      const digits = token.includes(".") ? token.length - token.indexOf(".") - 1 : 0;
      const step = 1 + Math.floor(shareOf(`${token} ${round}`) * (4 + Number(token) * 10 ** digits * 0.3));
      return ((Number(token) * 10 ** digits + step) / 10 ** digits).toFixed(digits);
    });
  }
}

/** What says how to read the document. */
const fixedKeys = /^\/version$/;

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
