import { type Columns, naturalOrder, parseIsoDate, type Refusal, type StudyPlan } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { notInData } from "../pathway/cells.ts";
import { openHoursPerWeek } from "./open-hours.ts";
import { readTestCalls, type TestCall } from "./read-test-calls.ts";

/** One search for help, call after call. */
export interface SearchForHelp {
  readonly attempt: string;
  readonly calls: number;
  /** Calls up to the first suitable help, that one included; null where there was none, or where the order is not known. */
  readonly callsToHelp: number | null;
  readonly end: "help" | "none" | "order-not-known";
}

export interface ServiceAccess {
  readonly service: string;
  readonly calls: number;
  /** Null where hours are not on record, or calls disagree on them. */
  readonly openHoursPerWeek: number | null;
  /** Whether a call found its entry of the directory wrong; null where none says. */
  readonly entryWrong: boolean | null;
}

export interface AccessTest {
  readonly kind: "likewise/access-test";
  readonly definition: "calls-to-suitable-help";
  readonly attempts: readonly SearchForHelp[];
  readonly services: readonly ServiceAccess[];
  /** Calls that somebody answered, whether or not they could help. */
  readonly answered: Share;
  /** Services whose entry of the directory is wrong, of those whose entry was checked. */
  readonly wrongEntries: Share;
  readonly refusals: readonly Refusal[];
}

/**
 * How hard it is to get help, from calls that testers make to services as somebody in need would.
 *
 * Help and an accepted referral to it end a search. Calls stand in the order of their days and times; where that does not
 * say which came before the first help, the search has no number of calls. Hours and entries are those of a service, and
 * count once however often it was called. A dead number is a wrong entry.
 *
 * Intervals are those of shares of independent calls and services: of calls to few services they are too narrow.
 *
 * @param plan   `data.asAt`: later calls are not counted
 * @param tables `test_calls`
 * @source Wilson (1927) for the intervals of both shares
 */
export function accessTest({
  plan,
  tables,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
}): AccessTest {
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const calls = readTestCalls(tables.test_calls, asAt);
  const services = grouped(calls, ({ service }) => service).map(serviceAccess);
  const checked = services.filter(({ entryWrong }) => entryWrong !== null);
  return {
    kind: "likewise/access-test",
    definition: "calls-to-suitable-help",
    attempts: grouped(calls, ({ attempt }) => attempt).map(searchForHelp),
    services,
    answered: shareOf(calls.filter(({ result }) => answers.has(result)).length, calls.length),
    wrongEntries: shareOf(checked.filter(({ entryWrong }) => entryWrong === true).length, checked.length),
    refusals:
      tables.test_calls === undefined ? [notInData("no-test-calls", "how hard it is to get help", "test_calls")] : [],
  };
}

const helps: ReadonlySet<string> = new Set(["help", "referral"]);
const answers: ReadonlySet<string> = new Set([...helps, "no-help"]);

function searchForHelp([attempt, calls]: readonly [string, readonly TestCall[]]): SearchForHelp {
  const inOrder = [...calls].sort(byDayAndTime);
  const first = inOrder.findIndex(({ result }) => helps.has(result));
  const base = { attempt, calls: calls.length };
  if (first === -1) return { ...base, callsToHelp: null, end: "none" };
  const beside = calls.filter((call) => call !== inOrder[first] && !isApart(call, inOrder[first]!));
  return beside.length > 0
    ? { ...base, callsToHelp: null, end: "order-not-known" }
    : { ...base, callsToHelp: first + 1, end: "help" };
}

/** Without a time, last of the day: it counts only where nothing stands beside it. */
function byDayAndTime(one: TestCall, other: TestCall): number {
  return one.day - other.day || (one.minute ?? Infinity) - (other.minute ?? Infinity) || 0;
}

function isApart(one: TestCall, other: TestCall): boolean {
  return one.day !== other.day || (one.minute !== null && other.minute !== null && one.minute !== other.minute);
}

function serviceAccess([service, calls]: readonly [string, readonly TestCall[]]): ServiceAccess {
  const entries = calls.flatMap(({ result, entryRight }) =>
    result === "dead-number" ? [false] : entryRight === null ? [] : [entryRight],
  );
  const hours = new Set(calls.flatMap(({ open }) => (open === null ? [] : [openHoursPerWeek(open)])));
  return {
    service,
    calls: calls.length,
    openHoursPerWeek: hours.size === 1 ? [...hours][0]! : null,
    entryWrong: entries.length === 0 ? null : entries.includes(false),
  };
}

function grouped(
  calls: readonly TestCall[],
  nameOf: (call: TestCall) => string,
): (readonly [string, readonly TestCall[]])[] {
  const groups = new Map<string, TestCall[]>();
  for (const call of calls) groups.set(nameOf(call), [...(groups.get(nameOf(call)) ?? []), call]);
  return [...groups].sort(([one], [other]) => naturalOrder(one, other));
}
