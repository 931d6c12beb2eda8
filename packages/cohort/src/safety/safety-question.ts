import type { SafetyItem } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import type { SafetyData } from "./safety-data.ts";

/** A count and what it is out of. */
export interface Count {
  readonly numerator: number;
  /** null where the count is of people, not a share of them. */
  readonly denominator: number | null;
}

/** What a question about safety finds; null where the study's tables cannot say. */
export interface SafetyFinding extends Count {
  readonly before?: Count;
  /** People it should be known of and is not. */
  readonly unknown: number;
  /** Whoever it is not known of could have it or not: the share has bounds. */
  readonly isBounded?: true;
}

/** A question about safety: whose, by whose account, by which definition, and how it is measured. */
export interface SafetyQuestion {
  readonly id: string;
  readonly question: "victim-survivors-supported" | "victim-survivors-safer" | "children-safer";
  readonly who: SafetyItem["who"];
  readonly reporter: string | null;
  readonly definition: string;
  /** Stands in the results even where it is not measured, because its absence must be seen. */
  readonly alwaysShown: boolean;
  measure(data: SafetyData): SafetyFinding | null;
}

/** The answer as it stands in results: shares with 95 % Wilson intervals, or the fact that it is not measured. */
export function answer(question: SafetyQuestion, data: SafetyData): SafetyItem {
  const finding = question.measure(data);
  return {
    id: question.id,
    question: question.question,
    who: question.who,
    reporter: question.reporter,
    status: finding === null ? "not-measured" : "measured",
    uncontrolled: true,
    ...(finding === null ? nothing : share(finding)),
    window: null,
    definition: question.definition,
    before: finding?.before === undefined ? null : beforeShare(finding.before),
    unknown: finding?.unknown ?? null,
    ...(finding?.isBounded === true ? { bounds: boundsOf(finding) } : {}),
  };
}

/** The share of everybody, had it held of none of those not known, and of all of them. */
function boundsOf({ numerator, denominator, unknown }: SafetyFinding): [number, number] | null {
  if (denominator === null || unknown === 0 || denominator + unknown === 0) return null;
  const everybody = denominator + unknown;
  return [numerator / everybody, (numerator + unknown) / everybody];
}

const nothing = { numerator: null, denominator: null, value: null, interval: null };

function share({ numerator, denominator }: Count) {
  if (denominator === null || denominator === 0) return { numerator, denominator, value: null, interval: null };
  const { lower, upper } = wilsonInterval({ events: numerator, total: denominator });
  return { numerator, denominator, value: numerator / denominator, interval: [lower, upper] as [number, number] };
}

function beforeShare(count: Count) {
  const { denominator, ...rest } = share(count);
  return { ...rest, denominator: denominator ?? 0 };
}
