import { type RandomStream, randomStream } from "../../packages/stats/src/index.ts";
import { baseRisk, type CalibrationDesign, people } from "./designs.ts";

/** One person of a programme, as its file would have them. */
export interface DrawnPerson {
  readonly id: string;
  readonly treated: 0 | 1;
  readonly sex: "female" | "male";
  /** In the order of `people`. */
  readonly known: readonly number[];
  readonly reoffended: 0 | 1;
}

/**
 * A programme from a seed: people treated are younger, with more and more recent prior offences, where they were selected;
 * who offends follows a logistic model of what is known, so that a comparison like with like can be right.
 *
 * @param effect true difference of risk among people treated; 0 for a programme that does nothing
 */
export function drawProgramme(design: CalibrationDesign, effect: number, seed: number): DrawnPerson[] {
  const stream = randomStream(`calibration ${design.id} ${effect}`).split(seed);
  const intercepts = [interceptFor(baseRisk, design), interceptFor(baseRisk + effect, design)];
  return Array.from({ length: design.treated * (1 + design.ratio) }, (_, row) => {
    const treated = row < design.treated ? 1 : 0;
    const person = drawPerson(stream, treated * design.selection);
    const reoffended = stream.bernoulli(chanceOf(intercepts[treated]! + logOddsOf(person.known))) ? 1 : 0;
    return { id: `P${row + 1}`, treated, ...person, reoffended };
  });
}

/** Prior offences and their recency go together; numbers are whole, as records have them. */
function drawPerson(stream: RandomStream, selected: number): Pick<DrawnPerson, "sex" | "known"> {
  const often = stream.normal();
  const known = people.map(({ name, mean, sd, least, difference }) => {
    const own = name === "prior_offences" ? often : stream.normal();
    const shared = name === "months_since_last" ? -0.4 * sd * often : 0;
    return Math.max(least, Math.round(mean + difference * selected + shared + sd * own));
  });
  return { sex: stream.bernoulli(0.15) ? "female" : "male", known };
}

function logOddsOf(known: readonly number[]): number {
  return people.reduce((sum, { mean, logOdds }, j) => sum + logOdds * (known[j]! - mean), 0);
}

const found = new Map<string, number>();

/** The intercept at which people treated have this risk on average, over 20,000 drawn for the purpose. */
function interceptFor(risk: number, { selection }: CalibrationDesign): number {
  const key = `${selection} ${risk}`;
  if (!found.has(key)) {
    const stream = randomStream("calibration intercept").split(selection);
    const logOdds = Array.from({ length: 20_000 }, () => logOddsOf(drawPerson(stream, selection).known));
    let [low, high] = [-5, 5];
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      const mean = logOdds.reduce((sum, one) => sum + chanceOf(middle + one), 0) / logOdds.length;
      if (mean < risk) low = middle;
      else high = middle;
    }
    found.set(key, (low + high) / 2);
  }
  return found.get(key)!;
}

function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
