import type { ScorePlan, StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** Weight tables know an offence by something events have, and whatever weighs events names one of them. */
export function checkWeights(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  const tables = plan.data.weights ?? [];
  const known = tables.map(({ id }) => id);
  const scores = plan.cohort.scores ?? [];
  return [
    ...repeatedIds("data.weights", known),
    ...tables.flatMap((table, index) => checkTable(`data.weights[${index}]`, table, names)),
    ...(plan.cohort.baseline ?? []).flatMap(({ measure, weights }, index) =>
      checkUse(`cohort.baseline[${index}].weights`, measure === "harm", weights, known),
    ),
    // Without harm a continuous outcome from events is refused where outcomes are checked.
    ...plan.outcomes.flatMap(({ from = "events", kind, harm }, index) =>
      harm === undefined
        ? []
        : checkUse(`outcomes[${index}].harm`, from === "events" && kind === "continuous", harm.weights, known),
    ),
    ...scores.flatMap(({ rfgv }, index) =>
      rfgv === undefined ? [] : checkScore(`cohort.scores[${index}].rfgv`, rfgv, known),
    ),
  ];
}

type WeightTable = NonNullable<StudyPlan["data"]["weights"]>[number];

const unitOfScheme: Readonly<Record<WeightTable["scheme"], string | null>> = {
  cchi: "days",
  css: "score",
  gravity: "points",
  own: null,
};

function checkTable(path: string, table: WeightTable, names: PlanNames): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const fields = names.fields.get("events") ?? [];
  const byCode = table.columns.code !== undefined && fields.includes("code");
  const byText = table.columns.text !== undefined && fields.includes("offence");
  // Codes of events reach titles, and words reach codes, only through synonyms.
  const indirect = (table.columns.code ?? table.columns.text) !== undefined && fields.includes("offence");
  if (!byCode && !byText && !indirect) {
    problems.push({
      path: `${path}.columns`,
      message:
        "expected offence codes or words here and in data.tables.events (code, offence), found nothing to match by",
    });
  }
  const unit = unitOfScheme[table.scheme];
  if (unit === null && table.unit === undefined) {
    problems.push({ path: `${path}.unit`, message: "expected a unit, as the scheme is own, found nothing" });
  }
  if (unit !== null && table.unit !== undefined && table.unit !== unit) {
    problems.push({
      path: `${path}.unit`,
      message: `expected ${unit}, the unit of ${table.scheme}, found "${table.unit}"`,
    });
  }
  (table.synonyms ?? []).forEach(({ code, title }, index) => {
    if ((code === undefined) !== (title === undefined)) return;
    const found = code === undefined ? "neither" : "both";
    problems.push({ path: `${path}.synonyms[${index}]`, message: `expected a code or a title, found ${found}` });
  });
  const classes = table.severityClasses ?? [];
  classes.forEach(({ from }, index) => {
    const before = classes[index - 1];
    if (before === undefined || from > before.from) return;
    problems.push({
      path: `${path}.severityClasses[${index}].from`,
      message: `expected more than ${before.from}, as classes rise, found ${from}`,
    });
  });
  return problems;
}

/** Harm needs weights, and weights mean nothing without it. */
function checkUse(path: string, isHarm: boolean, weights: string | undefined, known: readonly string[]): PlanProblem[] {
  if (weights === undefined) {
    return isHarm ? [{ path, message: "expected the id of a table in data.weights, found nothing" }] : [];
  }
  if (!isHarm) return [{ path, message: "expected no weights, as this is no harm of events, found some" }];
  return unknownName(path, "a table of data.weights", weights, known);
}

function checkScore(path: string, score: ScorePlan, known: readonly string[]): PlanProblem[] {
  const { recency, frequency, victims, asOf } = score;
  const problems = unknownName(`${path}.gravity.table`, "a table of data.weights", score.gravity.table, known);
  if ((recency.halfLifeDays === undefined) === (recency.bands === undefined)) {
    problems.push({ path: `${path}.recency`, message: "expected a half-life or bands, found both or neither" });
  }
  if (recency.halfLifeDays !== undefined && recency.points === undefined) {
    problems.push({ path: `${path}.recency.points`, message: "expected points beside the half-life, found nothing" });
  }
  problems.push(
    ...outOfOrder(`${path}.recency.bands`, recency.bands, ({ withinDays }) => withinDays, -1),
    ...outOfOrder(`${path}.frequency.bands`, frequency.bands, ({ from }) => from, 1),
    ...outOfOrder(`${path}.victims.bands`, victims.bands, ({ from }) => from, 1),
  );
  asOf.forEach((day, index) => {
    if (index === 0 || day > asOf[index - 1]!) return;
    problems.push({ path: `${path}.asOf[${index}]`, message: `expected a day after ${asOf[index - 1]}, found ${day}` });
  });
  return problems;
}

/** Limits rise; points must not move against them, or an event could lower a score. */
function outOfOrder<Band extends { readonly points: number }>(
  path: string,
  bands: readonly Band[] | undefined,
  limit: (band: Band) => number,
  direction: 1 | -1,
): PlanProblem[] {
  return (bands ?? []).flatMap((band, index) => {
    const before = bands![index - 1];
    if (before === undefined) return [];
    if (limit(band) <= limit(before)) {
      return [{ path: `${path}[${index}]`, message: "expected bands in rising order, found one out of it" }];
    }
    if ((band.points - before.points) * direction >= 0) return [];
    const expected = direction === 1 ? "at least" : "at most";
    return [
      {
        path: `${path}[${index}].points`,
        message: `expected ${expected} ${before.points}, so that no event lowers the score, found ${band.points}`,
      },
    ];
  });
}
