import { readNumber } from "./read-number.ts";

/**
 * A percentage, with or without its sign, as a proportion.
 *
 * The decimal point is moved in the text, so that 22.69% is the number 0.2269 and not its neighbour.
 *
 * @returns null when the text is not a percentage
 * @example
 * readPercent("22.69%"); // 0.2269
 */
export function readPercent(text: string): number | null {
  const figure = text.replace(/\s*%$/, "").replace("−", "-");
  if (readNumber(figure) === null || /e/i.test(figure)) return null;
  return Number(`${figure.replaceAll(",", "")}e-2`);
}
