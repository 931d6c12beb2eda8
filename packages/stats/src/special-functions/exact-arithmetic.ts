/** a + b as an unevaluated pair [rounded sum, what the rounding lost]. Knuth's two-sum. */
export function twoSum(a: number, b: number): [number, number] {
  const sum = a + b;
  const bPart = sum - a;
  return [sum, a - (sum - bPart) + (b - bPart)];
}

/** a · b as an unevaluated pair [rounded product, what the rounding lost]. Dekker's product. */
export function twoProduct(a: number, b: number): [number, number] {
  const product = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return [product, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)];
}

/** Veltkamp: two halves of 26 bits each, whose products are exact. */
function split(a: number): [number, number] {
  const scaled = 134217729 * a;
  const high = scaled - (scaled - a);
  return [high, a - high];
}
