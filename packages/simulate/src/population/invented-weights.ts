import { domesticCrimes, otherCrimes } from "../model/offences.ts";

/**
 * A weight for each offence of a simulated population, in days. Invented, as nothing about a made-up population needs a
 * true one: they belong to no index and no edition.
 *
 * @example
 * inventedWeights[0]; // { code: "10501", text: "Common assault and battery", weight: 1 }
 */
export const inventedWeights: readonly { readonly code: string; readonly text: string; readonly weight: number }[] = [
  ...new Map([...domesticCrimes, ...otherCrimes].map(({ code, text }) => [code!, text])),
].map(([code, text], index) => ({ code, text, weight: [1, 20, 2.5, 10, 365, 182.5, 5, 90, 547.5][index % 9]! }));
