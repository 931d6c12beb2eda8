import type { Cohort } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";

/** Ratings are between two time points, courses are named once, and workstreams read outcomes the plan declares. */
export function checkWork(cohort: Cohort): PlanProblem[] {
  return [
    ...checkRatings(cohort),
    ...checkTraining(cohort),
    ...checkWorkstreams(cohort),
    ...repeatedIds(
      "cohort.indicators",
      (cohort.indicators ?? []).map(({ id }) => id),
    ),
  ];
}

function checkRatings({ ratings = [] }: Cohort): PlanProblem[] {
  return ratings.flatMap(({ measure, from = "intake", to = "exit", answers }, index) => {
    const words: readonly string[] = answers ?? [];
    const path = `cohort.ratings[${index}]`;
    const earlier = ratings.findIndex(
      (other) => other.measure === measure && (other.from ?? "intake") === from && (other.to ?? "exit") === to,
    );
    const repeated = words.find((answer, position) => words.indexOf(answer) !== position);
    return [
      ...(from === to ? [{ path: `${path}.to`, message: `expected another time point than from, found "${to}"` }] : []),
      ...(earlier < index
        ? [{ path, message: `expected "${measure}" once from ${from} to ${to}, found it twice` }]
        : []),
      ...(repeated === undefined
        ? []
        : [{ path: `${path}.answers`, message: `expected each answer once, found "${repeated}" again` }]),
    ];
  });
}

function checkTraining({ training = [] }: Cohort): PlanProblem[] {
  const courses = training.map(({ course }) => course);
  return courses.flatMap((course, index) =>
    courses.indexOf(course) === index
      ? []
      : [{ path: `cohort.training[${index}].course`, message: `expected each course once, found "${course}" again` }],
  );
}

function checkWorkstreams({ workstreams = [], ratings = [], completion = [{ id: "service-rule" }] }: Cohort) {
  const rules = completion.map(({ id }) => id);
  return [
    ...repeatedIds(
      "cohort.workstreams",
      workstreams.map(({ id }) => id),
    ),
    ...workstreams.flatMap(({ completion: rule, rating }, index): PlanProblem[] => {
      const path = `cohort.workstreams[${index}]`;
      const rated = ratings.filter(({ measure }) => measure === rating?.measure);
      const items = rated.flatMap((one) => one.items ?? []);
      return [
        ...(rule === undefined ? [] : unknownName(`${path}.completion`, "a rule of cohort.completion", rule, rules)),
        ...(rule === undefined || rating === undefined
          ? []
          : [{ path, message: "expected completion or rating as the outcome, found both" }]),
        ...(rating === undefined
          ? []
          : unknownName(
              `${path}.rating.measure`,
              "a measure of cohort.ratings",
              rating.measure,
              ratings.map(({ measure }) => measure),
            )),
        ...(rating === undefined || items.length === 0 || rated.some((one) => one.items === undefined)
          ? []
          : unknownName(`${path}.rating.item`, `an item of ${rating.measure}`, rating.item, items)),
      ];
    }),
  ];
}
