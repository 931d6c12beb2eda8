import type { Appraisal } from "@likewise/schema";
import { type AppraisalInput, domains } from "./domains.ts";
import { worstOf } from "./judgement.ts";

/**
 * Risk of bias by domain, after ROBINS-I: for each of seven domains a judgement, what it rests on, and what is not known.
 * Stands beside the level and is never merged with it: a level grades the design, a domain the study that was done.
 *
 * @param given.design as for `gradeDesign`
 * @param given.reporters whose accounts the outcomes are
 * @param given.primaryByDefault the estimate that decides was not chosen by the plan
 * @returns all seven domains, and the worst of them; no information where nothing serious is seen and something is not known
 * @source Sterne and others (2016), ROBINS-I, BMJ 355:i4919; the triggers are defaults of this toolkit
 * @example
 * appraiseDesign({ design: nothingAssessed, reporters: [], primaryByDefault: false }).overall; // "serious"
 */
export function appraiseDesign(given: AppraisalInput): Pick<Appraisal, "tool" | "version" | "domains" | "overall"> {
  const judged = domains.map(({ assess }) => assess(given));
  return {
    tool: "ROBINS-I",
    version: "2016",
    domains: judged,
    overall: worstOf(judged.map(({ judgement }) => judgement)),
  };
}
