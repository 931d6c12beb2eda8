import type { Comparison, Emmie, Reason } from "@likewise/schema";

type Dimension = Emmie["dimensions"][number];

/**
 * The five dimensions of EMMIE for one study, for those who ask. EMMIE describes systematic reviews; of one study it can
 * only say which dimensions are reported here at all, so no quality is scored and the notice says what it is not.
 *
 * @param given.comparison the headline, graded
 * @param given.theory whether the plan states a theory of change
 * @param given.delivery ids of the tables on dose, fidelity and completion
 * @param given.economics whether anything was costed
 * @source Johnson, Tilley and Bowers (2015), Introducing EMMIE, Journal of Experimental Criminology 11:459-473
 */
export function emmieOf(given: {
  readonly comparison: Comparison;
  readonly theory: boolean;
  readonly delivery: readonly string[];
  readonly economics: boolean;
}): Emmie {
  const { comparison, theory, delivery, economics } = given;
  const primary = comparison.estimates.filter((estimate) => estimate.primary && estimate.subgroup === null);
  const interactions = comparison.tests.filter(({ asks }) => asks === "interaction");
  return {
    notice:
      "This is not a systematic review: one study, in the order of the five dimensions of EMMIE, with no quality scored",
    dimensions: [
      dimension(
        "effect",
        primary.map(({ id }) => `comparisons/${comparison.id}/estimates/${id}`),
        "the estimates that decide, with their intervals and their level",
        "no effect was estimated",
      ),
      // A link that is stated is not a link that is tested.
      dimension(
        "mechanism",
        [],
        "",
        theory ? "a theory of change is stated, and none of its links was tested" : "no theory of change is stated",
      ),
      dimension(
        "moderators",
        interactions.map((test) => `comparisons/${comparison.id}/tests/${comparison.tests.indexOf(test)}`),
        "subgroups named in the plan, exploratory, each with its test of interaction",
        "no subgroups were looked at",
      ),
      dimension(
        "implementation",
        delivery.map((id) => `tables/${id}`),
        "what was delivered and who completed",
        "nothing on dose, fidelity or completion",
      ),
      dimension("economics", economics ? ["economics"] : [], "costs and benefits of this study", "nothing was costed"),
    ],
  };
}

function dimension(id: Dimension["id"], keys: readonly string[], reported: string, missing: string): Dimension {
  const isReported = keys.length > 0;
  const because: Reason = { rule: `emmie-${id}`, text: isReported ? reported : missing, drop: null };
  return { id, status: isReported ? "reported" : "not-reported", because: [because], keys: [...keys] };
}
