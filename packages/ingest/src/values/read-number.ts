/**
 * A number as people write it: a sign, thousands commas in threes, a decimal point, an exponent.
 *
 * @returns null when the text is not a number: decimal commas, "1,23", "0,125" and "12 000" are not guessed at
 * @example
 * readNumber("-1,234.50"); // -1234.5
 */
export function readNumber(text: string): number | null {
  const plain = text.replace("−", "-");
  if (!/^[+-]?([1-9]\d{0,2}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d{1,3})?$/.test(plain) || !/^[^eE]*\d/.test(plain))
    return null;
  const value = Number(plain.replaceAll(",", ""));
  return Number.isFinite(value) ? value : null;
}
