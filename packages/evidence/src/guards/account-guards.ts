import { apart, checkNamed, standardErrors, standardised } from "./apart.ts";
import { decidingEstimates } from "./deciding.ts";
import type { Guard, GuardInput } from "./guard.ts";

/** Whose account an outcome is: the one who is judged, or those the programme is for. */
export const accountGuards: readonly Guard[] = [
  {
    id: "self-report-only",
    gist: "every outcome is the account of the person whose behaviour is judged",
    detect: ({ outcomes }) => {
      const own = outcomes.filter(({ reporter }) => reporter === "perpetrator");
      if (own.length === 0) return null;
      return own.length === outcomes.length
        ? { effect: "stops-verdict", basis: "plan" }
        : { effect: "stops-cause", basis: "plan", outcomes: own.map(({ id }) => id) };
    },
    source: "evaluation standards 2.7 and 5.2, measurement of outcomes",
    status: "policy",
  },
  {
    id: "victim-voice-absent",
    gist: "an outcome about domestic abuse, and no outcome by victim-survivors' account; it stops a result for the better where their accounts or serious harm on record point the other way (clearly apart; serious harm: three standard errors)",
    detect: (given) => {
      if (!isAboutAbuse(given) || given.outcomes.some(({ reporter }) => reporter === "victim-survivor")) return null;
      const against = pointTheOtherWay(given);
      const better = decidingEstimates(given).filter(({ outcome, side }) => side === outcome.direction);
      if (against.length > 0 && better.length > 0)
        return {
          effect: "stops-verdict",
          basis: "data",
          outcomes: better.map(({ outcome }) => outcome.id),
          checks: against,
        };
      return { effect: "caveat", basis: "plan", checks: against };
    },
    source: "Home Office standards for domestic abuse perpetrator interventions (2023), first standard",
    status: "policy",
  },
];

function isAboutAbuse({ outcomes, brings }: GuardInput): boolean {
  const domestic = ["domestic", "same-victim", "new-victim"];
  return brings.has("abuse") || outcomes.some(({ events }) => events !== undefined && domestic.includes(events));
}

/** Checks by which victim-survivors of the treated fared worse. */
function pointTheOtherWay({ checks }: GuardInput): string[] {
  const said = apart(checkNamed(checks, "victims-say-worse")) > 0 ? ["victims-say-worse"] : [];
  return [...said, ...(moreHarm(checkNamed(checks, "serious-harm")) ? ["serious-harm"] : [])];
}

/** Serious harm is rare: what is beyond chance counts, however few points apart. */
function moreHarm(check: ReturnType<typeof checkNamed>): boolean {
  return check !== undefined && standardised(check.treated, check.comparison) >= standardErrors;
}
