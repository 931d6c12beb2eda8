import { type Comparison, resultKey } from "@likewise/schema";
import { readBreakdown } from "./accounts.ts";
import { treatedPeople } from "./count-names.ts";
import type { Reader } from "./readings.ts";

/**
 * People and events of a target trial, and every risk and contrast worked out from them. Whose record ended up as a strategy
 * says are among those who could follow it, so the events of those who left it follow by subtraction; where they are few,
 * the number and what rests on it go.
 */
export function readTargetTrial({ id, targetTrial }: Comparison, read: Reader): void {
  for (const [index, { rows, contrasts }] of (targetTrial?.outcomes ?? []).entries()) {
    const at = (part: string) => `comparisons/${resultKey(id)}/targetTrial/outcomes/${index}/${part}`;
    const all = read.count(at("rows/read"), rows.read, { same: treatedPeople(rows.read), need: 1 });
    const used = read.count(at("rows/used"), rows.used, { same: treatedPeople(rows.used), need: 1 });
    const excluded = readBreakdown(read, null, rows.excluded, (reason) => at(`rows/excluded/${reason}/rows`));
    read.sum(all, [used, ...excluded]);
    const counted = contrasts.map(({ strategies }, contrast) =>
      strategies.map(({ people, events, left }, strategy) => {
        const key = (part: string) => at(`contrasts/${contrast}/strategies/${strategy}/${part}`);
        const isEverybody = people === rows.used;
        const members = read.count(key("people"), people, isEverybody ? { same: treatedPeople(people) } : {});
        const happened = read.count(key("events"), events);
        read.among(happened, members);
        const gone = read.count(key("left"), left);
        if (gone !== null) read.among(gone, members);
        const counts = [members, happened, gone];
        const parts = ["risk", "interval/0", "interval/1", "effectiveSampleSize", "largestWeight"].map(key);
        read.derive(parts, counts, { people: members });
        return { members, happened, gone };
      }),
    );
    for (const [strategy, ended] of (counted[1] ?? []).entries()) {
      const followed = counted[0]?.[strategy];
      if (followed === undefined) continue;
      read.rest(followed.members, [ended.members]);
      read.rest(followed.happened, [ended.happened]);
    }
    for (const [contrast, strategies] of counted.entries()) {
      const from = strategies.flatMap(({ members, happened, gone }) => [members, happened, gone]);
      const keys = ["riskDifference", "riskRatio"].flatMap((measure) =>
        ["estimate", "standardError", "interval/0", "interval/1"].map((part) =>
          at(`contrasts/${contrast}/${measure}/${part}`),
        ),
      );
      for (const { members } of strategies) read.derive(keys, from, { people: members });
    }
  }
}
