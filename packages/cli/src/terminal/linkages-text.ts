import type { BlockEstimates, LinkageSummary, MatchRate } from "@likewise/ingest";

/** How tables were linked to people, as lines for a terminal: exact counts, for whoever holds the extracts. */
export function linkagesText(linkages: readonly LinkageSummary[]): string {
  return linkages.map((linkage) => `\n${linkageLines(linkage).join("\n")}\n`).join("");
}

function linkageLines({ table, rows, people, linked, forReview, notLinked, ...summary }: LinkageSummary): string[] {
  const { rates, blocks, errors, decisions, identifiers } = summary;
  return [
    `Linkage of ${table} to people: ${rows} rows, ${people} people (exact counts, not for publishing)`,
    "",
    ...linked.map(({ by, rows: count }) => line(count, `linked by ${by}`)),
    line(forReview, `for review: linkage/${table}-review.csv in private/ of a run`),
    line(notLinked, "not linked"),
    ...(decisions.stale > 0 ? [line(decisions.stale, "decisions that are stale, and settle nothing")] : []),
    "",
    "  Match rates, with 95% intervals",
    ...rates.map(rateLine),
    "",
    "  Identifiers: rows and people that lack them, and that hold a text which is none",
    ...identifiers.map(
      ({ identifier, rows: ofRows, people: ofPeople }) =>
        `    ${identifier.padEnd(14)} rows ${ofRows.missing} and ${ofRows.unreadable}, people ${ofPeople.missing} and ${ofPeople.unreadable}`,
    ),
    ...blocks.flatMap(blockLines),
    ...(errors === null
      ? []
      : [
          "",
          "  Errors expected by the posteriors, comparisons taken as independent",
          `    of ${errors.byWeight.rows} rows linked by weights, ${errors.byWeight.expectedFalse.toFixed(1)} wrongly`,
          `    of ${errors.byRule.rows} rows linked by rules and scored, ${errors.byRule.expectedFalse.toFixed(1)} wrongly`,
          `    ${errors.expectedMissed.toFixed(1)} rows whose match was compared and not linked, those for review included`,
        ]),
  ];
}

function line(count: number, words: string): string {
  return `  ${String(count).padStart(8)}  ${words}`;
}

function rateLine({ of, group, linked, total, proportion, lower, upper }: MatchRate): string {
  const whom = group === null ? `all ${of}` : `people, ${group.field} ${group.value}`;
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  return `    ${whom.padEnd(28)} ${linked} of ${total}, ${percent(proportion)} (${percent(lower)} to ${percent(upper)})`;
}

function blockLines({ block, pairs, expectedMatches, identifiers, refusal }: BlockEstimates): string[] {
  const head = `  Block ${block.join(" + ")}: ${pairs} pairs`;
  if (refusal !== null) return ["", head, `    not scored: ${refusal.why}; needs ${refusal.unlocks}`];
  return [
    "",
    `${head}, ${expectedMatches!.toFixed(0)} expected matches; chance in matches, in others, weight in bits`,
    ...identifiers.flatMap(({ identifier, levels }) =>
      levels.map(({ level, m, u, weight }) => {
        const bits = weight === null ? "" : weight.toFixed(1);
        return `    ${`${identifier} ${level}`.padEnd(36)} ${m.toFixed(4)}  ${u.toFixed(4)}  ${bits.padStart(6)}`;
      }),
    ),
  ];
}
