import type { DomainJudgement, Reason } from "@likewise/schema";

export type Judgement = DomainJudgement["judgement"];

/** Something seen or declared that puts a domain at risk. */
export interface Signal {
  readonly judgement: Exclude<Judgement, "low" | "no-information">;
  readonly rule: string;
  readonly text: string;
}

/** Worst first. No information stands below what is known to be serious: a flaw that is seen is not undone by silence. */
const order: readonly Judgement[] = ["critical", "serious", "no-information", "moderate", "low"];

/** The worst of several judgements. */
export function worstOf(judgements: readonly Judgement[]): Judgement {
  return order.find((one) => judgements.includes(one)) ?? "no-information";
}

/**
 * The judgement on one domain: the worst signal, or no information where nothing serious is seen and something is not
 * known, or else what such a design can have.
 *
 * @param best what the domain comes to where every question is answered well
 */
export function judge(
  id: DomainJudgement["id"],
  signals: readonly Signal[],
  unknown: readonly Reason[],
  best: { readonly judgement: "low" | "moderate"; readonly rule: string; readonly text: string },
): DomainJudgement {
  const seen = signals.map((signal) => signal.judgement);
  const silent = unknown.length > 0 ? ["no-information" as const] : [];
  const judgement = worstOf([...seen, ...silent, best.judgement]);
  const because = signals.length > 0 ? signals : silent.length > 0 ? [] : [best];
  return {
    id,
    judgement,
    because: because.map(({ rule, text }) => ({ rule, text, drop: null })),
    unknown: [...unknown],
  };
}

/** A signal where the answer is bad; nothing where it is good or not known. */
export function signalIf(bad: boolean | null, judgement: Signal["judgement"], rule: string, text: string): Signal[] {
  return bad === true ? [{ judgement, rule, text }] : [];
}

/** What is not known, where it is not. */
export function unknownIf(silent: boolean, rule: string, text: string): Reason[] {
  return silent ? [{ rule, text, drop: null }] : [];
}
