/**
 * Which of LaLonde's people, and of its 185 matched pairs, each of 199 resamples drew, for bootstrap.R: one digit each. Draws
 * are an input of both sides; what is estimated from them is R's. Run: npx tsx --conditions=source packages/compare/oracles/bootstrap-draws.ts
 */
import { writeFileSync } from "node:fs";
import { bootstrapReplicates } from "@likewise/stats";

const seed = 1;
const replicates = 199;
const drawsOf = (units: number) => {
  const statistic = (multiplicities: Float64Array) => multiplicities;
  return bootstrapReplicates({ units, statistic, seed }, 0, replicates).map((times) => times.join(""));
};
const draws = { what: "Draws of 199 resamples, seed 1", people: drawsOf(614), sets: drawsOf(185) };
writeFileSync(new URL("bootstrap-draws.json", import.meta.url), `${JSON.stringify(draws)}\n`);
