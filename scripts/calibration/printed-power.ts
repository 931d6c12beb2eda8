import { main } from "../../packages/cli/src/index.ts";
import { baseRisk, type CalibrationDesign, smallestEffect } from "./designs.ts";

/** What `likewise plan` prints for a study of this size, as the design it calls it; null where it has none like it. */
export async function printedPower(design: CalibrationDesign): Promise<{ as: string; power: number } | null> {
  const { asPlanned, treated } = design;
  if (asPlanned === null) return null;
  const asked = ["--people", treated, "--base-rate", 100 * baseRisk, "--effect", -100 * smallestEffect];
  const sure = ["--attrition", 0, "--crossover", 0, ...asPlanned.flags, "--json"];
  let printed = "";
  let problems = "";
  const code = await main(["plan", ...asked, ...sure].map(String), {
    out: (text) => {
      printed += text;
    },
    err: (text) => {
      problems += text;
    },
    terminal: false,
    now: () => 0,
  });
  if (code !== 0) throw new Error(`plan ended with ${code}: ${problems}`);
  const { designs } = JSON.parse(printed) as { designs: { id: string; precision: { power: number } }[] };
  const found = designs.find(({ id }) => id === asPlanned.id);
  if (found === undefined) throw new Error(`plan has no design ${asPlanned.id}`);
  return { as: asPlanned.id, power: found.precision.power };
}
