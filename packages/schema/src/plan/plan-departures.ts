import type { Departure, StudyPlan } from "../generated/types.ts";
import { canonicalJson } from "./canonical-json.ts";

/** What a change of each part of the plan bears on; parts not named here are read by pages alone. */
const bearings: Readonly<Record<string, Departure["bearing"]>> = {
  outcomes: "outcome",
  comparisons: "comparison",
  cohort: "cohort",
  measures: "outcome",
  evidence: "facts",
  economics: "economics",
  data: "data",
  seed: "comparison",
};

/** Keys of an outcome that are words on a page. */
const wordsOfOutcome = new Set(["label", "description"]);

/**
 * How a plan departs from the one that was frozen: every value added, removed or changed, with what it bears on.
 *
 * Entries of a list that carry an id are matched by it, so that their order does not matter; other lists are one value.
 * What decides the verdict of an outcome declared primary, before or now, bears on `primary-outcome`.
 *
 * @param frozen the plan as frozen
 * @param now    the plan of this run
 * @returns departures in the order of the frozen plan, what was added last; none for equal plans
 *
 * @example
 * const plan = { version: 1, title: "A", data: { tables: {} }, cohort: {}, outcomes: [], comparisons: [] };
 * planDepartures(plan, { ...plan, title: "B" }).map(({ path, bearing }) => `${path} ${bearing}`); // ["title presentation"]
 */
export function planDepartures(frozen: StudyPlan, now: StudyPlan): Departure[] {
  const primary = new Set(
    [...frozen.outcomes, ...now.outcomes].flatMap((one) => (one.primary === true ? [one.id] : [])),
  );
  return changes("", frozen, now).map(({ path, keys, was, is }) => ({
    path,
    change: was === undefined ? "added" : is === undefined ? "removed" : "changed",
    frozen: was === undefined ? null : shown(was),
    now: is === undefined ? null : shown(is),
    bearing: bearingOf(keys, primary),
  }));
}

interface Change {
  readonly path: string;
  readonly keys: readonly string[];
  readonly was: unknown;
  readonly is: unknown;
}

function changes(path: string, was: unknown, is: unknown, keys: readonly string[] = []): Change[] {
  const [before, after] = [parts(was), parts(is)];
  if (before === null || after === null) {
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ path, keys, was, is }];
  }
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const inside = Array.isArray(was) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
    return changes(inside, before.get(name), after.get(name), [...keys, name]);
  });
}

/** The parts of an object by key, of a list of entries with ids by id; null for anything that is one value. */
function parts(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) {
    const ids = value.map((entry) => (entry as { id?: unknown } | null)?.id);
    const distinct = new Set(ids).size === ids.length && ids.every((id) => typeof id === "string");
    return distinct && value.length > 0 ? new Map(value.map((entry, at) => [ids[at] as string, entry])) : null;
  }
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : null;
}

function bearingOf(
  [part = "", id = "", key = ""]: readonly string[],
  primary: ReadonlySet<string>,
): Departure["bearing"] {
  if (part !== "outcomes") return bearings[part] ?? "presentation";
  if (wordsOfOutcome.has(key)) return "presentation";
  return primary.has(id) ? "primary-outcome" : "outcome";
}

const longest = 200;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : canonicalJson(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
