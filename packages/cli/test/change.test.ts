import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasSharedData, runCommand, sharedData, temporaryFolder } from "./run-command.ts";

const folder = temporaryFolder();

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function found(...argv: string[]) {
  const { code, out, err } = await runCommand("change", ...argv, "--json");
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** PHQ-9 totals before and after: a recovers, b stays, c is harmed, d improves, e leaves, f has no room to improve. */
const people: readonly (readonly [string, number, number | null])[] = [
  ["a", 15, 8],
  ["b", 12, 11],
  ["c", 4, 12],
  ["d", 20, 13],
  ["e", 16, null],
  ["f", 3, 3],
];

const wide = file("wide.csv", "person,before,after", ...people.map(([id, pre, post]) => `${id},${pre},${post ?? ""}`));
const phq = ["--measure", "phq-9", "--id", "person"];
const columns = ["--pre", "before", "--post", "after"];

/** Nine items from 0 to 3 that add up to the total. */
function items(total: number): number[] {
  return Array.from({ length: 9 }, (_, at) => Math.min(3, Math.max(0, total - 3 * at)));
}

const names = items(0).map((_, at) => `q${at + 1}`);
const questionnaires = people.flatMap(([id, pre, post]) => [
  ["intake", id, ...items(pre)].join(","),
  ...(post === null ? [] : [["exit", id, ...items(post)].join(",")]),
]);
const long = file("long.csv", `wave,person,${names.join(",")}`, ...questionnaires);
const waves = ["--wave", "wave", "--pre", "intake", "--post", "exit"];

describe("likewise change", () => {
  it("counts who recovered, improved and was harmed, on both denominators, and who left (by hand)", async () => {
    const { everybody, account, error, cutOff, refusals } = await found(wide, ...phq, ...columns);
    // Published: 6 points or more are reliable, 10 or more is clinical.
    expect([error.points, error.basis, cutOff.value, cutOff.clinical]).toEqual([6, "published", 10, ">="]);
    expect(account).toEqual({ people: 6, both: 5, preOnly: 1, postOnly: 0, neither: 0, otherWaves: 0 });
    expect(everybody.categories).toMatchObject({
      recovered: 1,
      improved: 1,
      unchanged: 2,
      deteriorated: 1,
      harmed: 1,
      recoveredOfAll: { count: 1, of: 5 },
      recoveredOfClinical: { count: 1, of: 3 },
    });
    // 54 / 5 and 47 / 5
    expect(everybody.pre.mean).toBeCloseTo(10.8, 12);
    expect(everybody.post.mean).toBeCloseTo(9.4, 12);
    expect(everybody.change.mean).toBeCloseTo(-1.4, 12);
    // c and f begin below 6; nobody begins above 21
    expect(everybody.ends).toMatchObject({ people: 6, cannotImprove: 2, cannotDeteriorate: 0 });
    expect(everybody.bounds).toEqual({ lowest: 2 / 6, ofSeen: 2 / 5, highest: 3 / 6 });
    expect(refusals.map(({ what }: { what: string }) => what)).toEqual([
      "completers and leavers at baseline",
      "number needed for one more to be reliably better",
    ]);
  });

  it("says the same of one row an answer, and counts rows of items it does not have", async () => {
    const rows = questionnaires.flatMap((row) => {
      const [wave, id, ...answers] = row.split(",");
      return answers.map((answer, at) => `${id},${wave},${at + 1},${answer}`);
    });
    const asked = [...phq, ...waves, "--item", "item", "--response", "answer", "--items", "1,2,3,4,5,6,7,8,9"];
    const answers = file("answers.csv", "person,wave,item,answer", ...rows);
    const { everybody } = await found(answers, ...asked);
    expect(everybody).toEqual((await found(long, ...phq, ...waves)).everybody);
    const more = file("more-answers.csv", "person,wave,item,answer", ...rows, "a,exit,10,2");
    const { code, err } = await runCommand("change", more, ...asked);
    expect([code, err]).toEqual([0, expect.stringContaining("1 rows of items the measure does not have")]);
    const twice = file("twice-answers.csv", "person,wave,item,answer", ...rows, "a,exit,9,2", "b,exit,2,x");
    const wrong = await runCommand("change", twice, ...asked);
    expect(wrong.err).toContain("two_answers_to_item");
    expect((await runCommand("change", answers, ...phq, "--item", "item")).code).toBe(2);
  });

  it("takes several time points by one model of them all, and first to last beside it", async () => {
    const three = file(
      "three.csv",
      "person,time,total",
      ...people.flatMap(([id, pre, post]) => [
        `${id},in,${pre}`,
        ...(id === "f" ? [] : [`${id},mid,${pre - 1}`]),
        ...(post === null ? [] : [`${id},out,${post}`]),
      ]),
    );
    const asked = [...phq, "--wave", "time", "--score", "total", "--waves", "in,mid,out"];
    const { everybody, overWaves } = await found(three, ...asked);
    expect(everybody.change.mean).toBeCloseTo(-1.4, 12);
    expect(overWaves.groups[0].seen.map(({ people: n }: { people: number }) => n)).toEqual([6, 5, 5]);
    expect(overWaves.groups[0].means[0].estimate).toBeCloseTo(70 / 6, 10);
    const { out } = await runCommand("change", three, ...asked);
    expect(out).toContain("Over 3 time points, by a linear mixed model");
    expect(out).toContain(
      "People are taken to change alike: where they change at different rates the intervals are too narrow.",
    );
    expect(out).toContain("because 4 people were seen at both mid and out, fewer than 8.");
    for (const wrong of [
      ["--waves", "in,in"],
      ["--waves", "in"],
      ["--waves", "in,never"],
      ["--waves", "in,out", "--pre", "in"],
    ])
      expect((await runCommand("change", three, ...asked.slice(0, -2), ...wrong)).code).toBe(2);
  });

  it("practice-B9: confidence before and after training is paired on matched ids alone, the rest are counted, and later use stands beside it", async () => {
    // Four answer both times and three of these later; w5 left before, w6 came after.
    const rows = ["w1,3,5,4", "w2,2,4,4", "w3,4,4,5", "w4,1,3,", "w5,2,,", "w6,,5,5"].flatMap((row) => {
      const [worker, ...scores] = row.split(",");
      return scores.flatMap((score, at) =>
        score === "" ? [] : [`${worker},${["before", "after", "later"][at]},${score}`],
      );
    });
    const training = file("training.csv", "worker,time,confidence", ...rows);
    const asked = [training, "--id", "worker", "--wave", "time", "--score", "confidence", "--direction", "higher"];
    const scale = ["--range", "1,5", "--reliability", "0.8"];
    const { account, everybody } = await found(...asked, ...scale, "--pre", "before", "--post", "after");
    expect(account).toEqual({ people: 6, both: 4, preOnly: 1, postOnly: 1, neither: 0, otherWaves: 4 });
    // 2, 2, 0 and 2 of the four
    expect([everybody.seen, everybody.change.mean]).toEqual([4, 1.5]);
    const { overWaves } = await found(...asked, ...scale, "--waves", "before,after,later");
    expect(overWaves.groups[0].seen.map(({ people: n }: { people: number }) => n)).toEqual([5, 5, 4]);
  });

  it("practice-D17: attitudes before and after training change with an interval of teams, later use and who got it without being meant to", async () => {
    // Four teams of two officers, whose mean change is 1, 2, 3 and 6; two more teams of two are not trained.
    const changes: Readonly<Record<string, readonly [number, number]>> = {
      a: [0, 2],
      b: [1, 3],
      c: [3, 3],
      d: [7, 5],
      e: [0, 0],
      f: [1, -1],
    };
    const rows = Object.entries(changes).flatMap(([team, of]) =>
      of.flatMap((change, at) => {
        const who = `${team}${at},${team},${"abcd".includes(team) ? "trained" : "not"},${team === "e" && at === 0 ? "yes" : "abcd".includes(team) ? "yes" : "no"}`;
        return [`${who},before,${10 + at}`, `${who},after,${10 + at + change}`, `${who},later,${10 + at + change - 1}`];
      }),
    );
    const survey = file("attitudes.csv", "officer,team,arm,went,time,score", ...rows);
    const asked = [survey, "--id", "officer", "--wave", "time", "--score", "score", "--direction", "higher"];
    const scale = ["--reliability", "0.8", "--range", "0,30", "--group", "arm", "--treated", "trained"];
    const more = ["--cluster", "team", "--reached", "went"];
    const { clustered, contamination, overWaves, groups, difference } = await found(
      ...[...asked, ...scale, ...more, "--waves", "before,after,later"],
    );
    // Later is one point below after: a change of 3 − 1 from before.
    expect(overWaves.groups.map(({ group }: { group: string }) => group)).toEqual(["not", "trained"]);
    const trained = clustered.groups.find(({ group }: { group: string }) => group === "trained").change;
    // First to last: team means 0, 1, 2 and 5, mean 2, variance of means (4 + 1 + 0 + 9) / 3; of four equal teams an
    // error of √(14 / 12) on 3 degrees of freedom, whose 97.5 % point of Student’s t is 3.182446.
    expect(trained).toMatchObject({ people: 8, clusters: 4 });
    expect(trained.estimate).toBeCloseTo(2, 12);
    expect(trained.standardError).toBeCloseTo(Math.sqrt(14 / 12), 12);
    expect(trained.df).toBeCloseTo(3, 9);
    expect(trained.interval[1]).toBeCloseTo(2 + 3.182446 * Math.sqrt(14 / 12), 5);
    // Teams differ more than officers of one do: the interval of eight officers taken as alike to none is too narrow.
    const naive = groups.find(({ group }: { group: string }) => group === "trained").change.sd / Math.sqrt(8);
    expect(trained.standardError).toBeGreaterThan(naive);
    expect(clustered.difference.estimate).toBeCloseTo(difference.estimates[1].estimate, 10);
    expect(contamination).toMatchObject({
      comparisonReached: { count: 1, of: 4 },
      treatedNotReached: { count: 0, of: 8 },
    });
    const { out } = await runCommand("change", ...asked, ...scale, ...more, "--pre", "before", "--post", "after");
    expect(out.replace(/\s+/g, " ")).toContain("group trained 3 (");
    expect(out.replace(/\s+/g, " ")).toContain("not, yet got it: 1 of 4 (25%");
    // One team a group: what the team does cannot be told from what the training does.
    const few = file(
      "one-team.csv",
      "officer,team,arm,before,after",
      "p,x,t,1,2",
      "q,x,t,2,4",
      "r,y,c,1,1",
      "s,y,c,3,2",
    );
    const { refusals } = await found(
      few,
      "--id",
      "officer",
      ...columns,
      ...scale.slice(0, 4),
      ...["--direction", "higher"],
      ...["--group", "arm", "--treated", "t", "--cluster", "team"],
    );
    expect(refusals.some(({ why }: { why: string }) => why.includes("lies in 1 cluster alone"))).toBe(true);
  });

  it("practice-B10: the reliable change index of a recovery scale uses the reliability supplied", async () => {
    // First scores 10, 20, 30: SD 10. At reliability .84 an error of 4 points: 1.959964 √2 · 4 = 11.08723 points.
    const scores = file("recovery.csv", "person,before,after", "a,10,22", "b,20,30", "c,30,18");
    const asked = [scores, "--id", "person", "--pre", "before", "--post", "after", "--direction", "higher"];
    const { error, everybody } = await found(...asked, "--reliability", "0.84");
    expect(error).toMatchObject({ basis: "reliability", reliability: 0.84, sd: 10 });
    expect(error.points).toBeCloseTo(11.08723, 4);
    expect([everybody.reliable.better.count, everybody.reliable.unchanged, everybody.reliable.worse.count]).toEqual([
      1, 1, 1,
    ]);
    // At .95 the error is smaller: 1.959964 √2 · 10 √.05 = 6.19795 points, and b has changed too.
    const surer = await found(...asked, "--reliability", "0.95");
    expect(surer.error.points).toBeCloseTo(6.19795, 4);
    expect(surer.everybody.reliable.better.count).toBe(2);
  });

  it("takes a definition of one’s own, and says why an instrument that is not held is not", async () => {
    const own = join(folder, "own.json");
    expect((await runCommand("measures", "new", own)).code).toBe(0);
    const rows = ["a,in,3,3,0,3", "a,out,0,3,0,0", "b,in,2,1,2,2", "b,out,2,1,2,2", "c,in,3,0,3,3", "c,out,1,2,1,9"];
    const forms = file("own.csv", "person,time,q1,q2,q3,q4", ...rows);
    const { account, score } = await found(
      forms,
      "--id",
      "person",
      "--wave",
      "time",
      "--waves",
      "in,out",
      "--definition",
      own,
      "--reliability",
      "0.8",
    );
    expect(account.both).toBe(3);
    expect(score.range).toEqual([0, 12]);
    const without = await runCommand("change", forms, "--id", "person", "--wave", "time", "--measure", "cts2");
    expect([without.code, without.err]).toEqual([2, expect.stringContaining("permission of its publisher")]);
    const list = join(folder, "list.json");
    await runCommand("measures", "new", "--kind", "risk-checklist", list);
    const refused = await runCommand("change", forms, "--id", "person", "--wave", "time", "--definition", list);
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining("has no error of measurement")]);
  });

  it("says the same of items in a long file, of items in a wide one and of totals", async () => {
    const totals = await found(wide, ...phq, ...columns);
    const fromLong = await found(long, ...phq, ...waves);
    const sides = (side: string) => names.map((name) => `${name}_${side}`).join(",");
    const byPerson = people.map(([id, pre, post]) =>
      [id, ...items(pre), ...(post === null ? names.map(() => "") : items(post))].join(","),
    );
    const wideItems = file("wide-items.csv", `person,${sides("pre")},${sides("post")}`, ...byPerson);
    const fromWide = await found(wideItems, ...phq, "--pre", sides("pre"), "--post", sides("post"));
    expect(fromLong.everybody).toEqual(totals.everybody);
    expect(fromWide.everybody).toEqual(totals.everybody);
    expect((await found(long, ...phq, ...waves, "--items", names.join(","))).everybody).toEqual(totals.everybody);
  });

  it("sets ANCOVA and the change score side by side, with what each assumes (by hand)", async () => {
    const arms = file(
      "arms.csv",
      "person,arm,before,after",
      ...["p,new,1,3", "q,new,2,4", "r,new,3,6", "s,old,1,1", "t,old,2,3", "u,old,3,3"],
    );
    const argv = [
      arms,
      "--id",
      "person",
      ...columns,
      "--direction",
      "higher",
      "--reliability",
      "0.8",
      "--group",
      "arm",
    ];
    const { groups, difference } = await found(...argv, "--treated", "new");
    expect(groups.map(({ group }: { group: string }) => group)).toEqual(["new", "old"]);
    // Means: 2 to 13/3 and 2 to 7/3; first scores are equal, so both give 2.
    expect(difference.estimates.map(({ estimate }: { estimate: number }) => estimate.toFixed(10)).slice(0, 2)).toEqual([
      "2.0000000000",
      "2.0000000000",
    ]);
    expect(difference.bothNeeded).toBe(true);
    const { out } = await runCommand("change", ...argv, "--treated", "new");
    expect(out).toContain("new minus old");
    expect(out).toContain("groups were not assigned at random");
    // Three of three against none of three: one person to one more.
    expect(difference.responders.numberNeeded).toMatchObject({ estimate: 1, to: "benefit" });
    expect(out.replace(/\s+/g, " ")).toContain("people of new to one more reliably better: 1 to benefit (1 to ");
    expect(out.replace(/\s+/g, " ")).toContain("a difference between groups, not what a programme did");
    expect(out.split("\n").every((line) => line.length <= 100)).toBe(true);
    expect((await found(...argv)).difference.treated).toBe("old");
  });

  it("says that the number needed runs through infinity where the groups may not differ", async () => {
    // One of two is reliably better in either group.
    const rows = ["a,new,15,8", "b,new,12,11", "c,old,4,12", "d,old,20,13"];
    const arms = file("even.csv", "person,arm,before,after", ...rows);
    const { out } = await runCommand("change", arms, ...phq, ...columns, "--group", "arm", "--treated", "new");
    expect(out.replace(/\s+/g, " ")).toMatch(
      /reliably better, new minus old: 0 percentage points .* reliably better: without end, for they do not differ \([0-9.]+ to benefit through infinity through [0-9.]+ to harm\)/,
    );
  });

  it("prints effect sizes by their full names, both denominators, the leavers and what it cannot say", async () => {
    const { out } = await runCommand("change", wide, ...phq, ...columns);
    for (const text of [
      "a change of 6 points or more",
      "recovered of everybody with both scores 1 of 5 (20%",
      "first 1 of 3 (33.3%",
      "mean change over the standard deviation of first scores (Becker)",
      "33.3% if no leaver was, 50% if every leaver was (40% of those seen)",
      "change is not effect",
      "completers and leavers at baseline",
    ]) {
      expect(out.replace(/\s+/g, " ")).toContain(text);
    }
  });

  it("warns of what may be a code for no answer once, naming what settles it, and of a declared one not at all", async () => {
    const answers = Array.from({ length: 20 }, (_, at) => [`p${at},in`, `p${at},out`]).flat();
    const item = (at: number, row: number) => (at === 2 && row < 6 ? "99" : String((at + row) % 4));
    const lines = answers.map((who, row) => [who, ...names.map((_, at) => item(at, row))].join(","));
    const forms = file("coded.csv", `person,wave,${names.join(",")}`, ...lines);
    const asked = [forms, "--measure", "phq-9", "--id", "person", "--wave", "wave", "--pre", "in", "--post", "out"];
    const { err } = await runCommand("change", ...asked, "--items", names.join(","));
    expect(err).toBe(
      `likewise: ${forms}: 6 values may be codes for no answer, the first in row 1, column "${names[2]}"; if they are, name them by --missing-codes (read as an answer till then, and rejected where it cannot be one)\n`,
    );
    const declared = await runCommand("change", ...asked, "--items", names.join(","), "--missing-codes", "99");
    expect([declared.code, declared.err]).toEqual([0, ""]);
  });

  it("refuses an answer that cannot be one by its row, and takes 99 as no answer only where that is declared", async () => {
    const spoilt = (cell: string) => {
      const [first, ...rest] = questionnaires;
      const cells = first!.split(",");
      return file("spoilt.csv", `wave,person,${names.join(",")}`, [...cells.slice(0, 10), cell].join(","), ...rest);
    };
    const text = await runCommand("change", spoilt("often"), ...phq, ...waves, "--json");
    expect(text.code).toBe(0);
    expect(text.err).toContain('row 1, column "q9": expected one of 0, 1, 2, 3, or blank, found text');
    expect(JSON.parse(text.out).account).toMatchObject({ both: 4, postOnly: 1 });
    expect(text.out).not.toContain("often");
    const code = await runCommand("change", spoilt("99"), ...phq, ...waves, "--json");
    expect(code.err).toContain('row 1, column "q9" may be a code for no answer; if it is, name it by --missing-codes');
    expect(JSON.parse(code.out).issues).toContainEqual(
      expect.objectContaining({ code: "answer_out_of_range", row: 1 }),
    );
    const declared = await runCommand("change", spoilt("99"), ...phq, ...waves, "--missing-codes", "77,99", "--json");
    expect(declared.err).not.toContain("answer_out_of_range");
    const total = file("total.csv", "person,before,after", "a,15,8", "b,99,8", "c,12,9");
    expect((await runCommand("change", total, ...phq, ...columns)).err).toContain("row 2");
  });

  it("rejects both of two records of one time point, and counts the person as not seen", async () => {
    const twice = file("twice.csv", `wave,person,${names.join(",")}`, ...questionnaires, questionnaires[0]!);
    const { code, out, err } = await runCommand("change", twice, ...phq, ...waves, "--json");
    expect(code).toBe(0);
    expect(err).toContain("row 1: expected one record a person and time point");
    expect(err).toContain("row 12: expected one record a person and time point");
    expect(JSON.parse(out).account).toMatchObject({ both: 4, postOnly: 1 });
  });

  it("rejects a later time point answered before the first, where days are given", async () => {
    const rows = ["a,in,2023-01-10,15", "a,out,2023-01-09,8", "b,in,2023-01-10,12", "b,out,2023-06-01,11"];
    const dated = file("dated.csv", "person,time,on,total", ...rows);
    const asked = [dated, ...phq, "--wave", "time", "--pre", "in", "--post", "out", "--score", "total"];
    expect((await found(...asked)).account.both).toBe(2);
    const wide = [dated, "--id", "person", "--pre", "on", "--post", "total", "--direction", "lower", "--date", "on"];
    expect(await runCommand("change", ...wide)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--date goes with --wave"),
    });
    const { err, out } = await runCommand("change", ...asked, "--date", "on", "--json");
    expect(err).toContain("row 2: expected after the first time point, found the same day or before");
    expect(JSON.parse(out).account).toMatchObject({ both: 1, preOnly: 1 });
    const nine = (who: string, time: string, on: string, total: number) =>
      items(total).map((answer, at) => `${who},${time},${on},q${at + 1},${answer}`);
    const answers = file(
      "dated-answers.csv",
      "person,time,on,item,answer",
      ...rows.flatMap((row) => {
        const [who, time, on, total] = row.split(",");
        return nine(who!, time!, on!, Number(total));
      }),
    );
    const each = [
      answers,
      ...phq,
      "--wave",
      "time",
      "--pre",
      "in",
      "--post",
      "out",
      "--item",
      "item",
      "--response",
      "answer",
    ];
    const long = await runCommand("change", ...each, "--date", "on", "--json");
    expect(JSON.parse(long.out).account).toMatchObject({ both: 1, preOnly: 1 });
    // The first answer of the questionnaire stands in row 10.
    expect(long.err).toContain("row 10: expected after the first time point");
  });

  it.each([
    ["an unknown measure", [wide, "--measure", "phq9", "--id", "person", ...columns], 2, "did you mean phq-9?"],
    [
      "a time point that is not there",
      [long, ...phq, "--wave", "wave", "--pre", "start", "--post", "exit"],
      2,
      "start",
    ],
    ["time points in no order", [long, ...phq, "--wave", "wave"], 2, "(exit, intake)"],
    ["one column for both", [wide, ...phq, "--pre", "before", "--post", "before"], 2, "different columns"],
    ["no place of scores", [wide, ...phq], 2, "--wave COL"],
    ["no error of measurement", [wide, "--id", "person", ...columns, "--direction", "lower"], 2, "--reliability"],
    ["no direction", [wide, "--id", "person", ...columns, "--reliability", "0.8"], 2, "--direction"],
    ["items of another number", [long, ...phq, ...waves, "--items", "q1,q2"], 2, "9 items"],
    [
      "a score neither way of which is better",
      [wide, "--measure", "socrates-8", "--subscale", "ambivalence", "--id", "person", ...columns],
      4,
      "neither a rise nor a fall",
    ],
  ] as const)("ends in one message at %s", async (_, argv, code, message) => {
    const result = await runCommand("change", ...argv);
    expect(result.out).toBe("");
    expect(result.err).toContain(message);
    expect(result.err.trim().split("\n")).toHaveLength(1);
    expect(result.code).toBe(code);
  });

  it("ends where nobody has a first score, nobody has both, or scores are words", async () => {
    const none = file("none.csv", "person,before,after", "a,,8", "b,,9");
    const noPre = await runCommand("change", none, ...phq, ...columns);
    const apart = await runCommand(
      "change",
      file("apart.csv", "person,before,after", "a,7,", "b,,9"),
      ...phq,
      ...columns,
    );
    const words = await runCommand(
      "change",
      file("words.csv", "person,before,after", "a,low,3", "b,9,2"),
      ...phq,
      ...columns,
    );
    expect([noPre.code, apart.code, words.code]).toEqual([3, 3, 3]);
    expect(noPre.err).toMatch(/nothing to change from|must hold scores/);
    expect(apart.err).toContain("nobody has both scores");
    expect(words.err).toContain("column before must hold scores");
  });
});

describe.skipIf(!hasSharedData)(
  `likewise change on published data${hasSharedData ? "" : " (skipped: not there)"}`,
  () => {
    it("19 of 30 couples improved, 10 did not change and 1 deteriorated at reliability .88 (Jacobson 1989)", async () => {
      const { everybody } = await found(
        ...[join(sharedData, "jacobson-1989/jacobson_1989.csv"), "--id", "subject", "--wave", "time"],
        ...["--pre", "pre", "--post", "post", "--score", "das", "--direction", "higher", "--reliability", "0.88"],
      );
      const { better, unchanged, worse } = everybody.reliable;
      expect([better.count, unchanged, worse.count]).toEqual([19, 10, 1]);
    });

    const claus = [join(sharedData, "claus-2020/claus_2020.csv"), "--id", "id", "--wave", "time", "--post", "4"];

    it("29 of 40 inpatients improved and 26 of them recovered, 1 deteriorated (Claus 2020)", async () => {
      const { everybody } = await found(
        ...[...claus, "--score", "hamd", "--direction", "lower", "--reliability", "0.8"],
        ...["--norm-mean", "8", "--norm-sd", "8"],
      );
      const { recovered, improved, unchanged, deteriorated } = everybody.categories;
      expect([recovered + improved, recovered, unchanged, deteriorated]).toEqual([29, 26, 10, 1]);
    });

    it("ANCOVA of the BDI: usual treatment 9.8288 (3.2501) above placebo amplification (Claus 2020)", async () => {
      const { difference } = await found(
        ...[...claus, "--score", "bdi", "--direction", "lower", "--reliability", "0.8"],
        ...["--group", "treatment", "--treated", "TAU", "--assignment", "random"],
      );
      expect(difference.estimates[0].estimate).toBeCloseTo(9.82879851, 8);
      expect(difference.estimates[0].standardError).toBeCloseTo(3.25007698, 8);
      expect(difference.bothNeeded).toBe(false);
    });
  },
);
