import { type Columns, isoDate, parseIsoDate, type Refusal, type StudyPlan } from "@likewise/schema";
import { readCases } from "./cases.ts";

export interface ThroughputRatio {
  readonly kind: "likewise/throughput-ratio";
  readonly definition: "completed-over-started-in-period";
  readonly options: { readonly from: string; readonly to: string; readonly as: string };
  readonly completed: number | null;
  readonly started: number | null;
  /** Not a share: it may be above 1. */
  readonly ratio: number | null;
  readonly refusals: readonly Refusal[];
}

/**
 * Completions of a period over starts of the same period. They are different people: the ratio falls when a service
 * grows and rises when it closes its doors, whatever share completes. So it is refused as a completion rate, and given
 * only when asked for by its name.
 *
 * @param from, to first and last day, ISO dates, both included
 * @param as       what it is to be called: only "throughput-ratio" is answered
 */
export function throughputRatio({
  plan,
  tables,
  from,
  to,
  as,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  from: string;
  to: string;
  as: "completion-rate" | "throughput-ratio";
}): ThroughputRatio {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  if (first === null || last === null || first > last) {
    throw new RangeError(`throughputRatio: from and to must be ISO dates in order, got ${from} and ${to}`);
  }
  const header = {
    kind: "likewise/throughput-ratio",
    definition: "completed-over-started-in-period",
    options: { from: isoDate(first), to: isoDate(last), as },
  } as const;
  if (as !== "throughput-ratio") {
    const refusal: Refusal = {
      id: "not-a-completion-rate",
      what: `completed over started, ${from} to ${to}, as a completion rate`,
      why: "Those who completed in the period are not those who started in it, so their ratio is no share and may exceed 1",
      unlocks:
        "Use completion by month of referral with open cases censored, or ask for the throughput-ratio by that name",
    };
    return { ...header, completed: null, started: null, ratio: null, refusals: [refusal] };
  }
  const { reached } = readCases({ plan, tables });
  const inPeriod = (stage: string) =>
    [...(reached.get(stage)?.values() ?? [])].filter(({ day }) => day !== null && day >= first && day <= last).length;
  const [completed, started] = [inPeriod("completed"), inPeriod("started")];
  return { ...header, completed, started, ratio: started === 0 ? null : completed / started, refusals: [] };
}
