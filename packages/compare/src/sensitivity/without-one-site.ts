import { type Baseline, type Estimate, effectMeasure, isPresent, isWithheld, naturalOrder } from "@likewise/schema";
import { columnNamed, readCovariate } from "../covariates/read-covariates.ts";
import type { People } from "../people/people.ts";
import { answersUnder, answersWithout, type OtherAnswer } from "./answers-under.ts";
import { type AskedComparison, type CheckResult, checkRefusal, headlines } from "./asked.ts";
import { refusalOf, robustnessOf } from "./other-choices.ts";

/**
 * Every answer with one site left out, each in turn. A site carries a clear result (an interval that leaves out no effect) when
 * without it the interval includes no effect, or the effect is the other way.
 *
 * The group is formed again without the site, unless people times sites are more than a million: then the group stays,
 * and the site's people (with the matched sets they are in) are taken out of it.
 */
export function withoutOneSite(asked: AskedComparison): CheckResult {
  const { input, people } = asked;
  const name = input.plan.sensitivity?.sites;
  const these = headlines(asked.answers);
  if (name === undefined) return { added: new Map(), refusals: [] };
  const sites = readSites(input.baseline, people, name, input.plan.cluster);
  if (sites.levels.length < 2 || sites.levels.length > mostSites) {
    const why = sites.levels.length < 2 ? `${name} has no two sites` : `${name} has too many values to be sites`;
    const refused = these.map(({ estimate }) =>
      checkRefusal("sites", estimate.id, why, "a column that names the sites"),
    );
    return { added: new Map(), refusals: refused };
  }
  const isFormedAgain = people.numRows * sites.levels.length <= mostRefitted;
  const found = sites.levels.map((level, code) => {
    const isOfSite = (row: number) => sites.codes[row] === code;
    const units = () => new Set(people.units.filter((_, row) => isOfSite(row)));
    const answers = isFormedAgain
      ? answersUnder(asked, input.plan, these, units())
      : answersWithout(asked, these, isOfSite);
    return { id: `without-${level}`, label: `without ${level}`, kind: "site" as const, inUse: false, level, answers };
  });
  return {
    added: new Map(
      these.map(({ estimate }) => [
        estimate.id,
        { robustness: found.flatMap((site) => robustnessOf(site, site.answers.get(estimate.id)!)) },
      ]),
    ),
    refusals: found.flatMap((site) => these.flatMap((one) => refusalOf(site, one, site.answers))),
    warnings: Object.fromEntries(
      found.flatMap(({ level, answers }) =>
        these
          .filter(({ estimate }) => carries(estimate, answers.get(estimate.id)!))
          .map(({ estimate }) => [
            `site:${level}:${estimate.id}`,
            `without ${level} the result of ${estimate.outcome} would not stand`,
          ]),
      ),
    ),
    tiers: [
      isFormedAgain
        ? `sites: the group is formed again without each ${name}`
        : `sites: the group stays as it is, and the people of each ${name} are taken out of it`,
    ],
  };
}

const mostSites = 200;
const mostRefitted = 1_000_000;

interface Sites {
  readonly levels: readonly string[];
  /** Index into `levels` for each person; -1 where the site is not known. */
  readonly codes: Int32Array;
}

/** The plan's clusters, where they are no column of that name, stand in the baseline's own. */
function readSites(
  { table: { columns }, covariates }: Baseline,
  people: People,
  name: string,
  planned: string | undefined,
): Sites {
  const column =
    columns[name] ?? (name === planned ? columns.cluster : columnNamed(columns, name, "sites", covariates));
  const rowOf = new Map(Array.from(columns.unit.values, (unit, row) => [unit, row]));
  const place = Int32Array.from(people.units, (unit) => rowOf.get(unit)!);
  const known = place.map((_, at) => at).filter((at) => isPresent(column, place[at]!));
  const covariate = readCovariate(
    name,
    column,
    known.map((at) => place[at]!),
  );
  const labelOf = (at: number) =>
    covariate.kind === "factor" ? covariate.levels[covariate.codes[at]!]! : String(covariate.values[at]!);
  const labels = Array.from(known, (_, at) => labelOf(at));
  const levels = [...new Set(labels)].sort(naturalOrder);
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = new Int32Array(people.numRows).fill(-1);
  known.forEach((at, index) => {
    codes[at] = codeOf.get(labels[index]!)!;
  });
  return { levels, codes };
}

function carries(whole: Estimate, without: OtherAnswer): boolean {
  if ("why" in without) return false;
  const none = effectMeasure(whole.measure).nullValue;
  const sideOf = ({ estimate }: Estimate) => Math.sign((estimate as number) - none);
  return isClear(whole, none) && (sideOf(whole) !== sideOf(without) || !isClear(without, none));
}

/** The interval leaves out no effect. */
export function isClear({ interval: [lower, upper] }: Estimate, none: number): boolean {
  const above = typeof lower === "number" && lower > none;
  const below = typeof upper === "number" && !isWithheld(upper) && upper < none;
  return above || below;
}
