import { type Ingested, ingestStudy, type LinkageSummary } from "@likewise/ingest";
import type { Linkage, TableSource } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { planOf, withFolder } from "../study-folder.ts";
import { type TwoExtracts, twoExtracts, type World } from "./two-extracts.ts";

const identifiers: NonNullable<TableSource["identifiers"]> = {
  forename: "Forename",
  surname: "Surname",
  birth_date: { column: "Born", dateFormat: "yyyy-mm-dd" },
  postcode: "Postcode",
  sex: "Sex",
};

const probabilistic: NonNullable<Linkage["probabilistic"]> = {
  compare: ["forename", "surname", "birth_date", "postcode", "sex"],
  blocks: [["birth_date"], ["surname", "postcode"], ["forename", "surname"]],
  accept: 0.9,
  review: 0.5,
};

/** What one pair of extracts gave, beside what was true. */
interface Outcome {
  readonly matches: number;
  readonly linked: number;
  readonly right: number;
  /** Rows for review of which the right person is listed. */
  readonly reviewable: number;
  readonly summary: LinkageSummary;
}

function link(extracts: TwoExtracts, linkage: Omit<Linkage, "table">): Promise<Ingested> {
  const plan = planOf({
    people: { files: ["people.csv"], columns: { person: "Ref" }, identifiers },
    events: { files: ["events.csv"], columns: { event_date: "Date" }, identifiers },
  });
  plan.data.linkage = [{ table: "events", ...linkage }];
  const files = { "people.csv": extracts.people, "events.csv": extracts.events };
  return withFolder(files, (folder) => ingestStudy({ plan, folder }));
}

async function outcomeOf(extracts: TwoExtracts, linkage: Omit<Linkage, "table">): Promise<Outcome> {
  const { tables, rejected, linkages } = await link(extracts, linkage);
  const { summary, review } = linkages[0]!;
  const unused = new Set(
    rejected.flatMap(({ table, rows }) => (table === "events" ? rows.map(({ line }) => line) : [])),
  );
  const usedTruth = extracts.truth.filter((_, row) => !unused.has(row + 2));
  const ids = tables.events!.columns.person!.values;
  const refs = extracts.people
    .split("\n")
    .slice(1)
    .map((row) => row.split(",")[0]!);
  const [row, person] = ["row", "people_row"].map((name) => review.header.indexOf(name)) as [number, number];
  return {
    matches: extracts.truth.filter((ref) => ref !== null).length,
    linked: ids.length,
    right: usedTruth.filter((ref, at) => ref === ids[at]).length,
    reviewable: review.rows.filter(
      (cells) => extracts.truth[Number(cells[row]) - 1] === refs[Number(cells[person]) - 1],
    ).length,
    summary,
  };
}

const total = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number) =>
  outcomes.reduce((sum, outcome) => sum + of(outcome), 0);

/** Half the width of a 99.9% band around a count of rare independent events, of which some were seen. */
const band = (count: number) => 3.29 * Math.sqrt(count) + 1;

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const everyday: World = { relatives: true, forenames: 250, surnames: 2500, years: 55 };
const crowded: World = { relatives: false, forenames: 25, surnames: 80, years: 2 };

describe("two extracts about families and twins, with misprints, moves and gaps (ten seeds fixed in advance)", () => {
  let outcomes: Outcome[];
  beforeAll(async () => {
    outcomes = [];
    for (const seed of seeds) outcomes.push(await outcomeOf(twoExtracts(seed, 2500, everyday), { probabilistic }));
  });

  it("are linked with precision of at least 0.995 and recall of at least 0.95, review aside", () => {
    const [linked, right] = [total(outcomes, (one) => one.linked), total(outcomes, (one) => one.right)];
    expect(right / linked).toBeGreaterThan(0.995);
    expect(right / total(outcomes, (one) => one.matches)).toBeGreaterThan(0.95);
  });

  it("have as many false links as their posteriors expect, within 99.9% of chance", () => {
    const actual = total(outcomes, (one) => one.linked - one.right);
    const expected = total(outcomes, (one) => one.summary.errors!.byWeight.expectedFalse);
    expect(Math.abs(actual - expected)).toBeLessThan(band(actual));
  });

  it("leave half of the rest on the review list", () => {
    const missed = total(outcomes, (one) => one.matches - one.right);
    expect(total(outcomes, (one) => one.reviewable) / missed).toBeGreaterThan(0.5);
  });

  it("say no more matches were compared and missed than were missed at all, give or take chance", () => {
    const expected = total(outcomes, (one) => one.summary.errors!.expectedMissed);
    const missed = total(outcomes, (one) => one.matches - one.right);
    expect(expected).toBeLessThan(missed + band(missed));
    expect(expected).toBeGreaterThan(0);
  });

  it("are all accounted for", () => {
    for (const { summary } of outcomes) {
      const linked = summary.linked.reduce((sum, { rows }) => sum + rows, 0);
      expect(linked + summary.forReview + summary.notLinked).toBe(summary.rows);
    }
  });
});

describe("two extracts of a crowd that shares names and birthdays by chance (ten seeds fixed in advance)", () => {
  it("have as many false links as their posteriors expect, within 99.9% of chance", async () => {
    const outcomes: Outcome[] = [];
    const lenient: typeof probabilistic = { ...probabilistic, blocks: [["birth_date"]], accept: 0.5 };
    for (const seed of seeds) {
      outcomes.push(await outcomeOf(twoExtracts(seed, 2500, crowded), { probabilistic: lenient }));
    }
    const actual = total(outcomes, (one) => one.linked - one.right);
    const expected = total(outcomes, (one) => one.summary.errors!.byWeight.expectedFalse);
    expect(actual).toBeGreaterThan(5);
    expect(Math.abs(actual - expected)).toBeLessThan(band(actual));
  });
});

describe("a linkage", () => {
  const extracts = twoExtracts(11, 1500, everyday);
  const rules: Linkage["rules"] = [["forename", "surname", "birth_date", "postcode"]];

  it("gives the same whatever the order of the rows (law)", async () => {
    const [head, ...rows] = extracts.events.split("\n");
    const reversed = {
      ...extracts,
      events: [head, ...rows.reverse()].join("\n"),
      truth: [...extracts.truth].reverse(),
    };
    const [one, other] = [
      await link(extracts, { rules, probabilistic }),
      await link(reversed, { rules, probabilistic }),
    ];
    expect([...other.tables.events!.columns.person!.values].reverse()).toEqual([
      ...one.tables.events!.columns.person!.values,
    ]);
    expect(other.linkages[0]!.summary.linked).toEqual(one.linkages[0]!.summary.linked);
  });

  it("gives the same bits twice", async () => {
    const twice = [await link(extracts, { probabilistic }), await link(extracts, { probabilistic })];
    expect(JSON.stringify(twice[1]!.linkages)).toBe(JSON.stringify(twice[0]!.linkages));
  });

  it("keeps the links of its rules where weights are refused, and says what they need", async () => {
    const few = twoExtracts(12, 60, everyday);
    const { summary } = (await link(few, { rules, probabilistic: { ...probabilistic, blocks: [["birth_date"]] } }))
      .linkages[0]!;
    expect(summary.blocks[0]!.refusal).not.toBeNull();
    expect(summary.blocks[0]!.refusal!.unlocks).not.toBe("");
    expect(summary.linked.find(({ by }) => by.startsWith("rule 1"))!.rows).toBeGreaterThan(0);
    expect(summary.linked.find(({ by }) => by === "weights")!.rows).toBe(0);
    expect(summary.errors).toBeNull();
  });

  it("of a few rows that are all alike, or have nothing to compare, is refused and no fault", async () => {
    const alike = (rows: number) => Array.from({ length: rows }, () => "Ada,Lovelace,1990-12-10,,").join("\n");
    const header = "Forename,Surname,Born,Postcode,Sex";
    const extracts: TwoExtracts = {
      people: `Ref,${header}\nP1,Ada,Lovelace,1990-12-10,,`,
      events: `${header},Date\n${alike(3).replaceAll(/$/gm, ",2024-01-05")}`,
      truth: ["P1", "P1", "P1"],
    };
    const { summary } = (await link(extracts, { rules, probabilistic })).linkages[0]!;
    expect(summary.blocks.every(({ refusal }) => refusal !== null)).toBe(true);
  });

  it("never links a twin by weight alone", async () => {
    const { truth } = extracts;
    const { linkages } = await link(extracts, { probabilistic });
    const { review } = linkages[0]!;
    expect(review.rows.length).toBeGreaterThan(0);
    const twins = twoExtracts(11, 1500, everyday);
    // Somebody with the surname, postcode, sex and date of birth of a person, and another forename.
    const [ref, , surname, born, postcode, sex] = twins.people
      .split("\n")
      .find((row) => row.endsWith(",F"))!
      .split(",");
    const events = `${twins.events}\nXanthippe,${surname},${born},${postcode},${sex},2024-01-05`;
    const after = await link({ ...twins, events, truth: [...truth, null] }, { probabilistic });
    const found = after.linkages[0]!.review;
    const added = found.rows.filter((cells) => cells[found.header.indexOf("row")] === String(truth.length + 1));
    expect(added).toHaveLength(1);
    expect(after.linkages[0]!.summary.linked).toEqual(linkages[0]!.summary.linked);
    expect(added[0]![found.header.indexOf("people_row")]).toBe(
      String(twins.people.split("\n").findIndex((row) => row.startsWith(`${ref},`))),
    );
  });
});
