import { storeColumns } from "@likewise/engine";
import { offendingOutcomes, readHarmWeights, stageBlocks } from "@likewise/offending";
import { categoryColumn, columnsOf, textColumn } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { eventsOf, followed, ordersOf, outcome, planOf, withEngine } from "./study.ts";

const people = followed(
  { id: "a", index: "2022-01-01", observed: ["2020-01-01", "2024-12-31"] },
  { id: "b", index: "2022-01-01", observed: ["2020-01-01", "2024-12-31"] },
);
const rows = eventsOf(
  { person: "a", on: "2021-11-01", disposal: "charge", proactive: false },
  { person: "a", on: "2022-02-01", disposal: "charge", proactive: true },
  { person: "a", on: "2022-02-02", disposal: "caution" },
  { person: "b", on: "2022-03-01", disposal: "conviction" },
  { person: "b", on: "2021-12-01", disposal: "no-further-action", proactive: false },
);
const events = columnsOf({
  ...rows.columns,
  code: textColumn(["8/06", "8/06", "8/06", "105/01", "105/01"]),
  gravity_factors: categoryColumn(["aggravating", null, "mitigating", null, "aggravating"]),
});
const orders = ordersOf(["a", "custody", "2022-03-01", "2022-03-31"]);
const gravity = readHarmWeights({ id: "gravity", scheme: "gravity", edition: "1", unit: "points" }, [
  { code: "8/06", text: "a", weight: 3 },
  { code: "105/01", text: "b", weight: 2 },
]).weights;
const study = planOf({
  outcomes: [outcome({ id: "count", kind: "count" }), outcome({ id: "charged", kind: "count", basis: "charged" })],
});
const plan = { ...study, seed: 1, cohort: { ...study.cohort, blocks: { anchors: ["index"], before: 1, after: 1 } } };
const groups = [{ id: "all", units: Int32Array.of(0, 1) }];
const weights = [{ weights: gravity, options: {}, severityClasses: null }];

describe("events that stay in the database", () => {
  it("have the custody, looking, disposals and gravity factors of events read whole", async () => {
    await withEngine(async (engine) => {
      const given = { engine, plan: plan as typeof study, ...people };
      const storedEvents = await storeColumns(engine, events);
      const counted = async (source: Pick<Parameters<typeof stageBlocks>[0], "tables" | "storedEvents">) => ({
        outcomes: await offendingOutcomes({ ...given, ...source }),
        around: await stageBlocks({ ...given, ...source, groups, weights, replicates: 20 }),
      });
      const stored = await counted({ tables: { orders }, storedEvents });
      expect(JSON.stringify(stored)).toBe(JSON.stringify(await counted({ tables: { orders, events } })));
      // by hand: what was found by looking is left out, so a has one crime after and none charged, b one of each
      expect(Array.from(stored.outcomes.table.columns.value.values)).toEqual([1, 0, 1, 1]);
      const [before, after] = stored.around!.blocks;
      // 181 days each from 1 January to 1 July, 31 of a's in custody
      expect(after!.count).toMatchObject({ events: 2, personYears: (362 - 31) / 365.25, allTimeYears: 362 / 365.25 });
      // before: 3 and 2, each a step up; after: 3 a step down, and 2
      expect([before!.harm[0]!.total, after!.harm[0]!.total]).toEqual([7, 4]);
    });
  });
});
