import type { StudyPlan } from "../../generated/types.ts";
import { contrastRatio } from "../../plan/contrast-ratio.ts";
import type { PlanProblem } from "../check-shape.ts";

/** White text on the colour, and the colour on a white page, must be readable: the same ratio both ways. */
export function checkBranding({ report }: StudyPlan): PlanProblem[] {
  const { colour, logo } = report?.branding ?? {};
  const problems: PlanProblem[] = [];
  if (colour !== undefined && contrastRatio(colour, white) < needed) {
    const found = Math.floor(contrastRatio(colour, white) * 100) / 100;
    problems.push({
      path: "report.branding.colour",
      message: `expected a contrast of ${needed} to 1 or more with white, found ${found} to 1: the nearest shade that has it is ${darkened(colour)}`,
    });
  }
  if (logo !== undefined && !/\.(png|svg)$/i.test(logo))
    problems.push({ path: "report.branding.logo", message: "expected a .png or .svg file" });
  return problems;
}

const white = "#ffffff";

/** WCAG 2.2, criterion 1.4.3. */
const needed = 4.5;

/** The colour with as little black mixed in as it takes. */
function darkened(colour: string): string {
  for (let kept = 999; kept >= 0; kept--) {
    const channels = [1, 3, 5].map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) * kept) / 1000));
    const shade = `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
    if (contrastRatio(shade, white) >= needed) return shade;
  }
  return "#000000";
}
