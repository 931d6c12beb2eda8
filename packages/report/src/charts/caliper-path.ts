import { cellText } from "../figures.ts";
import { outcomeLabel } from "../headline.ts";
import { formatCount } from "../wording/formats.ts";
import { intervalName } from "../wording/labels.ts";
import type { Chart } from "./chart.ts";
import { choiceCells, choiceHead, choicePicture, headlineChoices, scaleOf } from "./headline-choices.ts";

/** How the headline's estimate and the people it is about change as matches must be closer, or may be less so. */
export const caliperPath: Chart = {
  id: "caliper-path",
  shows: "the estimate as matches must be closer, or may be less so",
  content: (results) => {
    const found = headlineChoices(results, "caliper");
    if (found === null) return null;
    const { estimate } = found;
    const choices = [...found.choices].sort((a, b) => widthOf(a.id) - widthOf(b.id));
    const made = choicePicture(
      estimate,
      choices.map((choice) => ({
        name: `${choice.label}${choice.inUse ? " (as planned)" : ""}: ${cellText(choice.treated, formatCount)} people in the programme`,
        choice,
        decides: choice.inUse === true,
      })),
    );
    if (made === null) return null;
    return {
      title: "The estimate with closer and with looser matches",
      subtitle: `${scaleOf(estimate)}: ${outcomeLabel(results, estimate.outcome)}. The caliper is the largest distance of a match; lines are ${intervalName(estimate.level)}s`,
      alternative: made.alternative,
      table: {
        caption: scaleOf(estimate),
        head: choiceHead("Largest distance of a match", estimate),
        rows: choices.map((choice) => choiceCells(estimate, choice)),
      },
      notes: [
        "A narrower caliper compares people who are more alike, and leaves more people out: the estimate is then about fewer of them.",
      ],
      spec: made.spec,
    };
  },
};

/** `caliper-0.1` is 0.1. */
function widthOf(id: string): number {
  return Number(id.replace("caliper-", ""));
}
