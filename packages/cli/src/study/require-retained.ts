import { Failure } from "@likewise/schema";
import type { Console } from "../terminal/console.ts";

const millisecondsPerDay = 86_400_000;
const warnedDays = 30;

/**
 * Stops every command from the day after the data were to be destroyed, and says so on stderr for 30 days before.
 *
 * @param retainUntil `data.protection.retainUntil`, an ISO date; undefined when the plan has none
 * @throws Failure usage once it is past
 */
export function requireRetained(retainUntil: string | undefined, console: Pick<Console, "now" | "err">): void {
  if (retainUntil === undefined) return;
  const today = Math.floor(console.now() / millisecondsPerDay);
  const daysLeft = Math.floor(Date.parse(retainUntil) / millisecondsPerDay) - today;
  if (daysLeft < 0) {
    throw new Failure(
      "usage",
      `data.protection.retainUntil: the data were to be kept until ${retainUntil}, which is past; destroy the extracts and out/private, or have whoever answers for the data agree a later day and put it in study.yaml`,
    );
  }
  if (daysLeft > warnedDays) return;
  const left = daysLeft === 0 ? "which is today" : `${daysLeft} ${daysLeft === 1 ? "day" : "days"} from today`;
  console.err(`likewise: the extracts and out/private are to be destroyed by the end of ${retainUntil}, ${left}\n`);
}
