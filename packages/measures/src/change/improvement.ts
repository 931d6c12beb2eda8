/** Which way of a score is better. Nothing is better of a score whose direction is mixed. */
export type BetterIs = "higher" | "lower";

/** 1 where higher is better, −1 where lower is: change times this is improvement. */
export function improvementSign(better: BetterIs): 1 | -1 {
  return better === "higher" ? 1 : -1;
}
