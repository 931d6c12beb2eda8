import {
  type EventHarm,
  eventHarm,
  type HarmOptions,
  type HarmWeights,
  matchKinds,
  stepGravity,
} from "@likewise/offending";
import { booleanColumn, categoryColumn, cell, columnsOf, textColumn } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { weightsOf } from "./weights.ts";

type Offence = readonly [code: string | null, text: string | null, crime?: boolean | null];

function harmOf(offences: readonly Offence[], options: HarmOptions = {}, weights: HarmWeights = weightsOf()) {
  const events = columnsOf({
    code: textColumn(offences.map(([code]) => code)),
    offence: textColumn(offences.map(([, text]) => text)),
    crime: booleanColumn(offences.map(([, , crime]) => (crime === undefined ? true : crime))),
  });
  return eventHarm(events, weights, options);
}

function found({ harm, kinds }: EventHarm) {
  return kinds.map((kind, row) => [kind, cell(harm, row)]);
}

describe("the weight of an offence", () => {
  it.each<[string, Offence, readonly [string, number | null]]>([
    ["by its code in another spelling", ["8/06", null], ["code", 20]],
    ["by code and words that agree", ["00806", "ASSAULT OCCASIONING ACTUAL BODILY HARM"], ["code", 20]],
    ["by words", [null, "common assault & battery."], ["text", 1]],
    ["by the section, where it alone tells", [null, "Wounding s.18"], ["text", 1000]],
    ["by another way of writing it", [null, "Controlling and coercive behavious"], ["synonym", 120]],
    ["by code where several titles have one weight", ["034/01", null], ["code", 365]],
    ["by words among the titles of a code", ["125/09", "Public order B"], ["code", 7]],
    ["by the current row beside an expired one", [null, "strangulation"], ["text", 100]],
    ["by an expired row alone", [null, "Old offence"], ["text", 40]],
    ["is none where the section is not said", [null, "Wounding"], ["ambiguous", null]],
    ["is none where a code has several", ["12509", null], ["ambiguous", null]],
    ["is none where GBH could be two offences", [null, "GBH"], ["ambiguous", null]],
    ["is none for an offence the table has not", ["01103", null], ["unmatched", null]],
    ["is none for a misspelling nobody has listed", [null, "Common assualt and battery"], ["unmatched", null]],
    ["is none for a code that cannot be read", ["806", null], ["unmatched", null]],
    ["is none where code and words are two offences", ["10501", "Wounding s18"], ["disagree", null]],
    [
      "is none where the code is another than the words', though not in the table",
      ["01103", "Shoplifting"],
      ["disagree", null],
    ],
    ["is none where nothing is specified", [null, "NOT SPECIFIED"], ["not-specified", null]],
    ["is none where nothing is said", [null, null], ["not-specified", null]],
    ["is none for an incident that is no crime", ["8/06", null, false], ["non-crime", null]],
    ["is none where the words say it is no crime", [null, "Non Crime"], ["non-crime", null]],
    ["is left out where police went looking", ["09261", null], ["proactive", null]],
    ["counts without a crime flag", ["10501", null, null], ["code", 1]],
  ])("%s", (_, offence, expected) => {
    expect(found(harmOf([offence]))).toEqual([expected]);
  });

  it("proactive offences count in schemes that keep them", () => {
    const own = weightsOf(undefined, { scheme: "own", unit: "days" });
    expect(found(harmOf([["09261", null]], {}, own))).toEqual([["code", 3]]);
  });

  it("where code and words disagree, is the declared one, and the disagreement is reported", () => {
    const offences: Offence[] = [["10501", "Wounding s18"]];
    expect(found(harmOf(offences, { whenDisagree: "code" }))).toEqual([["code", 1]]);
    expect(found(harmOf(offences, { whenDisagree: "text" }))).toEqual([["text", 1000]]);
    expect(harmOf(offences, { whenDisagree: "code" }).report.disagreements).toEqual([
      { code: "10501", text: "Wounding s18", kind: "code", events: 1 },
    ]);
    // two offences of one weight: nothing hangs on which it is, and it is still reported
    const same = harmOf([["04600", "Common assault and battery"]]);
    expect(found(same)).toEqual([["code", 1]]);
    expect(same.report.disagreements).toHaveLength(1);
  });

  it("may come through a synonym of the study, which comes before the built-in ones", () => {
    const synonyms = [
      { text: "Coercive control", title: "Strangulation" },
      { text: "DV assault", code: "8/06" },
    ];
    expect(
      found(
        harmOf(
          [
            [null, "coercive control"],
            [null, "DV Assault."],
          ],
          { synonyms },
        ),
      ),
    ).toEqual([
      ["synonym", 100],
      ["synonym", 20],
    ]);
    expect(() => harmOf([], { synonyms: [{ text: "x" }] })).toThrow(
      "a synonym must stand for a code or a title, got neither",
    );
    expect(() => harmOf([], { synonyms: [{ text: "x", code: "assault" }] })).toThrow("must be an offence code");
  });

  it("of an incident that is no crime is the study's own floor, where it declares one and says why", () => {
    const result = harmOf([[null, null, false]], { nonCrimeFloor: { weight: 1, why: "as for antisocial behaviour" } });
    expect(found(result)).toEqual([["non-crime", 1]]);
    expect(result.report.notes).toContain(
      "Incidents that are no crime, each worth 1 (days) by the study's own floor: 1; as for antisocial behaviour",
    );
  });
});

describe("the gravity of an offence", () => {
  const factors = ["none", "aggravating", "mitigating", "both", null, "aggravating"];
  const gravity = (rows: Parameters<typeof weightsOf>[0]) => weightsOf(rows, { scheme: "gravity" });
  const events = columnsOf({
    code: textColumn(["8/06", "8/06", "8/06", "8/06", "8/06", "005/01"]),
    gravity_factors: categoryColumn(factors),
  });

  it("moves one step by its factors, and not past the end of the scale", () => {
    const { harm, report } = eventHarm(
      events,
      gravity([
        { code: "8/06", text: null, weight: 3 },
        { code: "005/01", text: null, weight: 4 },
      ]),
    );
    expect(factors.map((_, row) => cell(harm, row))).toEqual([3, 4, 2, 3, 3, 4]);
    expect(report.notes.at(-1)).toBe(
      "Events whose gravity factors moved one step: 2; at the end of the scale and not moved: 1",
    );
  });

  it("stays as it is where the table is no scale of whole points, and in every other scheme", () => {
    const rows = [
      { code: "8/06", text: null, weight: 2.5 },
      { code: "005/01", text: null, weight: 4 },
    ];
    const own = eventHarm(events, weightsOf(rows, { scheme: "own", unit: "points" }));
    const fine = eventHarm(events, gravity(rows));
    for (const { harm } of [own, fine]) {
      expect(factors.map((_, row) => cell(harm, row))).toEqual([2.5, 2.5, 2.5, 2.5, 2.5, 4]);
    }
    expect(fine.report.notes.at(-1)).toContain("no scale of whole points");
    expect(() => stepGravity(5, {})).toThrow("gravity must be a whole number from 1 to 4 (points), got 5");
  });
});

describe("the match report", () => {
  const crimes = (count: number): Offence[] => Array.from({ length: count }, () => ["10501", null]);

  it("counts every event once, and lists offences without a weight, most frequent first", () => {
    const { report } = harmOf([
      ...crimes(3),
      [null, "Mystery"],
      ["01103", null],
      [null, "Mystery"],
      [null, null],
      [null, null, false],
      ["09261", null],
      [null, "ABH"],
      [null, "Old offence"],
    ]);
    expect(matchKinds.reduce((total, kind) => total + report.counts[kind], 0)).toBe(report.events);
    // ten crimes (one of eleven events is none), four of them without a weight
    expect([report.events, report.crimes, report.unweighed, report.matchRate]).toEqual([11, 10, 4, 1 - 4 / 10]);
    expect(report.unmatched).toEqual([
      { code: null, text: "Mystery", kind: "unmatched", events: 2 },
      { code: null, text: null, kind: "not-specified", events: 1 },
      { code: "01103", text: null, kind: "unmatched", events: 1 },
    ]);
    expect(report.notes).toEqual([
      expect.stringContaining("edition invented"),
      "Crimes without a weight, which add nothing to a total: 4 of 10",
      "Offences left out, as they only exist because police went looking: 1",
      "Incidents that are no crime, counted and without a weight: 1",
      "Events weighed by a row marked expired: 1",
      "Events matched through synonyms not yet verified (ABH): 1",
    ]);
  });

  it("allows a total at the threshold and refuses it above", () => {
    // 2 of 100 is 2 %; 3 of 101 is above it
    const at = harmOf([...crimes(98), [null, "Mystery"], [null, "Mystery"]]);
    const above = harmOf([...crimes(98), [null, "Mystery"], [null, "Mystery"], [null, "Mystery"]]);
    expect(at.report.refusal).toBeNull();
    expect(above.report.refusal).toMatchObject({
      id: "harm-unmatched",
      why: "3 of 101 crimes have no weight, more than 2 %: the total would leave their harm out",
    });
    expect(harmOf([...crimes(9), [null, "Mystery"]], { mostUnweighed: 0.1 }).report.refusal).toBeNull();
    expect(harmOf([]).report).toMatchObject({ matchRate: null, refusal: null });
  });

  it("refuses where one group's offences are found less often, though all together pass", () => {
    const events = columnsOf({ code: textColumn([...Array.from({ length: 99 }, () => "10501"), "01103"]) });
    const groups = [
      { id: "treated", rows: [98, 99] },
      { id: "comparison", rows: Array.from({ length: 98 }, (_, row) => row) },
    ];
    const { report } = eventHarm(events, weightsOf(), {}, groups);
    expect(report.groups).toEqual([
      { id: "treated", crimes: 2, unweighed: 1, rate: 0.5 },
      { id: "comparison", crimes: 98, unweighed: 0, rate: 1 },
    ]);
    expect(report.refusal?.why).toContain("1 of 2 crimes of group treated");
  });

  it("says where the table does not know which offences are proactive", () => {
    const rows = [{ code: "10501", text: null, weight: 1 }];
    const { report } = harmOf([["10501", null]], {}, weightsOf(rows));
    expect(report.notes).toContain(
      "The table does not say which offences only exist because police went looking, so none is left out",
    );
  });

  it("fails as wrong usage without code or words, and for options out of range", () => {
    const none = columnsOf({ crime: booleanColumn([true]) });
    expect(() => eventHarm(none, weightsOf())).toThrow("events must have an offence code or an offence in words");
    expect(() => harmOf([], { mostUnweighed: 2 })).toThrow("mostUnweighed must be a share from 0 to 1, got 2");
    expect(() => harmOf([], { nonCrimeFloor: { weight: -1, why: "x" } })).toThrow(
      "nonCrimeFloor must be 0 or more (days)",
    );
  });
});
