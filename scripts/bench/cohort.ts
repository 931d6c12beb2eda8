import { randomStream } from "../../packages/stats/src/index.ts";

/** A made-up cohort of a given size: ten covariates, a treatment that depends on them, a time to an event. */
export interface BenchCohort {
  readonly people: number;
  readonly covariates: readonly Float64Array[];
  readonly treated: Uint8Array;
  /** Days, 1 to 365. */
  readonly time: Float64Array;
  readonly event: Uint8Array;
  /** Two events a person on average, as day numbers within two years either side of the anchor. */
  readonly events: { readonly unit: Int32Array; readonly date: Int32Array };
  readonly anchors: Int32Array;
}

const covariateCount = 10;
const firstDay = 18262;

/** The same cohort for the same size, on every machine. */
export function benchCohort(people: number): BenchCohort {
  const stream = randomStream(`bench-${people}`);
  const covariates = Array.from({ length: covariateCount }, (_, index) =>
    Float64Array.from({ length: people }, () => (index < 6 ? stream.normal() : Number(stream.bernoulli(0.3)))),
  );
  const risk = (row: number, by: number) => by * covariates.reduce((total, values) => total + values[row]!, 0);
  const treated = Uint8Array.from({ length: people }, (_, row) =>
    Number(stream.uniform() < 1 / (1 + Math.exp(1.6 - risk(row, 0.12)))),
  );
  const time = new Float64Array(people);
  const event = new Uint8Array(people);
  for (let row = 0; row < people; row++) {
    const day = Math.ceil(stream.exponential(600 * Math.exp(-risk(row, 0.05) + 0.2 * treated[row]!)));
    time[row] = Math.min(day, 365);
    event[row] = Number(day <= 365);
  }
  const anchors = Int32Array.from({ length: people }, () => firstDay + stream.integer(0, 1000));
  const unit = Int32Array.from({ length: 2 * people }, () => stream.integer(0, people - 1));
  const date = Int32Array.from(unit, (one) => anchors[one]! + stream.integer(-730, 730));
  return { people, covariates, treated, time, event, events: { unit, date }, anchors };
}

/** The cohort as CSV, for the other software; a column a covariate, x1 to x10. */
export function cohortCsv({ people, covariates, treated, time, event }: BenchCohort): string {
  const names = covariates.map((_, index) => `x${index + 1}`);
  const lines = [["treated", "time", "event", ...names].join(",")];
  for (let row = 0; row < people; row++) {
    lines.push([treated[row], time[row], event[row], ...covariates.map((values) => values[row])].join(","));
  }
  return `${lines.join("\n")}\n`;
}
