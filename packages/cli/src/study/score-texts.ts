import { type StudyScore, scoreParts } from "@likewise/offending";
import { toCsv } from "@likewise/report";
import { type Anchors, isoDate } from "@likewise/schema";

/** Ranked scores with their parts and the events behind them, by their path below `private/`. */
export function scoreTexts(scores: readonly StudyScore[], { table }: Anchors): Record<string, string> {
  const { unit, id } = table.columns;
  const idOf = new Map(Array.from(unit.values, (one, row) => [one, id.values[row]!]));
  const header = ["asOf", "rank", "person", "percentile", ...scoreParts, "total", "events", "configuration"];
  return Object.fromEntries(
    scores
      .filter((score) => score.scores.length > 0)
      .map((score) => [
        `scores/${score.id}.csv`,
        toCsv(
          header,
          score.scores.flatMap(({ asOf, people, configurationSha256 }) =>
            [...people]
              .sort((a, b) => a.rank - b.rank || a.unit - b.unit)
              .map((person) => [
                isoDate(asOf),
                String(person.rank),
                idOf.get(person.unit)!,
                String(person.percentile),
                ...scoreParts.map((part) => String(person.parts[part])),
                String(person.total),
                person.reasons.map(({ event }) => event).join(" "),
                configurationSha256,
              ]),
          ),
        ),
      ]),
  );
}
