import type { Columns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import { drawFrom } from "../model/draw-events.ts";
import type { Mixture } from "../model/programme-parameters.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { recordColumns } from "./record-columns.ts";

/** One referral of each person the panel selected. Nobody knows whether people never assessed were suitable. */
export function referralsTable(
  people: readonly SimulatedPerson[],
  fields: readonly string[],
  details: ReferralDetails,
  stream: RandomStream,
): Columns {
  const further = stream.split("details");
  const referred = people.flatMap((person) => (person.pathway === null ? [] : [{ person, pathway: person.pathway }]));
  const rows = referred.map(({ person, pathway }, i) => {
    const { covariates, history, source } = person;
    const eligible = pathway.assessedDay === null ? null : pathway.offeredDay !== null;
    return {
      referral: `R${1001 + i}`,
      person: person.id,
      referral_date: pathway.referralDay,
      source: source ?? drawFrom(details.sources, stream),
      mandated: stream.choice(["voluntary", "criminal-order", "unknown"], [0.82, 0.13, 0.05]),
      eligible,
      reason_not_eligible: eligible === false ? stream.choice(["risk-too-high", "capacity", "no-contact"]) : null,
      closed_date: pathway.exitDay,
      closure_reason: pathway.closureReason,
      provider: drawFrom(details.providers, further),
      area: covariates.area,
      prior_offence: history.all24m > 0 ? "yes" : "no",
      mode: details.mode,
      acknowledges: further.choice(["yes", "partly", "no"], [0.45, 0.4, 0.15]),
      takes_responsibility: further.choice(["yes", "partly", "no"], [0.35, 0.4, 0.25]),
      motivated: further.choice(["yes", "partly", "no"], [0.5, 0.35, 0.15]),
    };
  });
  return recordColumns("referrals", fields as readonly (keyof (typeof rows)[number])[], rows);
}

/** What stands on a referral beside its dates. */
export interface ReferralDetails {
  readonly sources: Mixture<string>;
  readonly providers: Mixture<string>;
  readonly mode: string;
}

/**
 * Who brought the case to the panel. The police bring 64 %.
 *
 * @source SafeLives, latest Marac data, 12 months to June 2023: 36 % of referrals from partner agencies; their shares
 * among themselves are our choice
 */
const sources: Mixture<string> = {
  values: ["police", "probation", "social-care", "health", "marac", "other"],
  probabilities: [0.64, 0.12, 0.1, 0.05, 0.05, 0.04],
};

export const usualReferrals: ReferralDetails = {
  sources,
  providers: { values: ["A synthetic provider"], probabilities: [1] },
  mode: "one-to-one",
};
