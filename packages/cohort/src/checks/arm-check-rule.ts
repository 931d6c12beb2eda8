import type { ArmCheck, CheckedShare } from "@likewise/schema";
import type { CheckData } from "./check-data.ts";

/** One check: what is counted, and how, in one arm. */
export interface ArmCheckRule {
  readonly id: string;
  readonly label: string;
  readonly of: ArmCheck["of"];
  /** So many of so many in an arm; null where the study lacks what it takes. */
  count(data: CheckData, arm: "treated" | "comparison"): CheckedShare | null;
}
