import type { Columns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/** One referral of each person the panel selected. Nobody knows whether people never assessed were suitable. */
export function referralsTable(people: readonly SimulatedPerson[], stream: RandomStream): Columns {
  const referred = people.flatMap(({ id, pathway }) => (pathway === null ? [] : [{ id, pathway }]));
  const rows = referred.map(({ id, pathway }, i) => {
    const eligible = pathway.assessedDay === null ? null : pathway.offeredDay !== null;
    return {
      referral: `R${1001 + i}`,
      person: id,
      referral_date: pathway.referralDay,
      source: stream.choice(sources, sourceShares),
      mandated: stream.choice(["voluntary", "criminal-order", "unknown"], [0.82, 0.13, 0.05]),
      eligible,
      reason_not_eligible: eligible === false ? stream.choice(["risk-too-high", "capacity", "no-contact"]) : null,
      closed_date: pathway.exitDay,
      closure_reason: pathway.closureReason,
    };
  });
  return recordColumns("referrals", tableFields.referrals, rows);
}

/**
 * Who brought the case to the panel. The police bring 64 %.
 *
 * @source SafeLives, latest Marac data, 12 months to June 2023: 36 % of referrals from partner agencies; their shares
 * among themselves are our choice
 */
const sources = ["police", "probation", "social-care", "health", "marac", "other"];
const sourceShares = [0.64, 0.12, 0.1, 0.05, 0.05, 0.04];
