import type { Columns } from "@likewise/schema";
import { tableOf } from "./study.ts";

/** People of whom nothing but the id is known. */
export function peopleOf(...ids: readonly string[]): Columns {
  return tableOf(["person"], ...ids.map((id) => [id]));
}

/** Each referred once, on 1 January 2024. */
export function referred(...ids: readonly string[]): Columns {
  return tableOf(["person", "referral_date"], ...ids.map((id) => [id, "2024-01-01"]));
}

/** Each started on 10 January 2024. */
export function started(...ids: readonly string[]): Columns {
  return tableOf(["person", "stage", "date"], ...ids.map((id) => [id, "started", "2024-01-10"]));
}
