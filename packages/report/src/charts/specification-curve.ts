import type { Estimate } from "@likewise/schema";
import { published } from "../figures.ts";
import { outcomeLabel } from "../headline.ts";
import { intervalName } from "../wording/labels.ts";
import type { Chart } from "./chart.ts";
import { type Choice, choiceCells, choiceHead, choicePicture, headlineChoices, scaleOf } from "./headline-choices.ts";

/** What other declared ways of comparing make of the headline's estimate, from the least to the greatest. */
export const specificationCurve: Chart = {
  id: "specification-curve",
  shows: "the estimate under each declared way of comparing",
  content: (results) => {
    const found = headlineChoices(results, "specification");
    if (found === null) return null;
    const { estimate } = found;
    const choices = [asPlanned(estimate), ...found.choices].sort(
      (a, b) =>
        (published(a.estimate) ?? Number.POSITIVE_INFINITY) - (published(b.estimate) ?? Number.POSITIVE_INFINITY),
    );
    const made = choicePicture(
      estimate,
      choices.map((choice) => ({ name: choice.label, choice, decides: choice.id === "as-planned" })),
    );
    if (made === null) return null;
    return {
      title: "The estimate under every declared way of comparing",
      subtitle: `${scaleOf(estimate)}: ${outcomeLabel(results, estimate.outcome)}. In order of the estimate; lines are ${intervalName(estimate.level)}s`,
      alternative: made.alternative,
      table: {
        caption: scaleOf(estimate),
        head: choiceHead("Way of comparing", estimate),
        rows: choices.map((choice) => choiceCells(estimate, choice)),
      },
      notes: [
        "The ways were declared in the plan. What decides is the one that was planned as the answer, whatever the others show.",
      ],
      spec: made.spec,
    };
  },
};

function asPlanned({ estimate, interval, treated, comparison }: Estimate): Choice {
  const people = { treated: treated.n, comparison: comparison.n };
  return { id: "as-planned", label: "As planned (decides)", estimate, interval, ...people };
}
