import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const plan = (protection: string) => `version: 1
title: A small study of work done
data:
  asAt: "2024-12-31"
${protection}  tables:
    people: { files: [people.csv], columns: { person: id, age: age } }
    selections: { files: [selections.csv], columns: { person: id, panel_decision: decision, decision_date: on } }
    referrals: { files: [referrals.csv], columns: { person: id, referral_date: on, closed_date: closed } }
    stages: { files: [stages.csv], columns: { person: id, stage: stage, date: on } }
    sessions: { files: [sessions.csv], columns: { person: id, session_date: on, attended: came, component: part, worker: officer, technique: technique } }
    links: { files: [links.csv], columns: { person: id, linked_person: officer, kind: kind } }
    measures: { files: [ratings.csv], columns: { person: id, measure: scale, wave: time, item: item, response: answer } }
    staff: { files: [staff.csv], columns: { worker: officer, post: post, from: since } }
    training: { files: [training.csv], columns: { worker: officer, course: course, date: on } }
    costs: { files: [costs.csv], columns: { payer: payer, category: item, kind: kind, amount_pounds: pounds } }
    test_calls: { files: [calls.csv], columns: { attempt: search, service: service, called: on, time: at, result: came, opens: opens, closes: closes, open_days: days, entry_right: entry } }
    activities: { files: [activities.csv], columns: { strand: strand, kind: kind, activity: what, due: due, done: done, count: number } }
    outcomes: { files: [outcomes.csv], columns: { person: id, outcome: outcome, value: value } }
cohort:
  indexDate: selections.decision_date
  arms: { from: selections.panel_decision, treated: [selected], comparison: [capacity-refused], labels: { treated: people given a place, comparison: people there was no room for } }
  ratings: [{ measure: aims, items: [insight, children, responsibility], better: higher }]
  training: [{ course: motivational-interviewing, techniques: [motivational-interviewing] }]
  workstreams:
    - { id: group, label: Weekly group, spend: [group], sessions: [group], rating: { measure: aims, item: insight } }
    - { id: school, sessions: [school] }
outcomes:
  - { id: arrest, label: arrest within a year, basis: recorded-crime, reporter: police, definition: recorded, kind: binary, direction: lower, from: outcomes }
comparisons:
  - { id: headline, headline: true, assignment: selected, comparator: concurrent-untreated, method: none, outcomes: [arrest], covariates: [] }
`;

const people = Array.from({ length: 60 }, (_, at) => `p${String(at + 1).padStart(2, "0")}`);
const treated = people.slice(0, 30);
const files: Record<string, string[]> = {
  people: ["id,age", ...people.map((id, at) => `${id},${25 + (at % 30)}`)],
  selections: [
    "id,decision,on",
    ...people.map((id, at) => `${id},${at < 30 ? "selected" : "capacity-refused"},2023-01-10`),
  ],
  // the last ten of those given a place are still there
  referrals: ["id,on,closed", ...people.map((id, at) => `${id},2023-01-02,${at >= 20 && at < 30 ? "" : "2023-09-30"}`)],
  stages: ["id,stage,on", ...treated.map((id) => `${id},started,2023-02-01`)],
  sessions: [
    "id,on,came,part,officer,technique",
    ...treated.map((id) => `${id},2023-03-01,yes,group,w1,motivational-interviewing`),
  ],
  links: ["id,officer,kind", ...treated.map((id, at) => `${id},w${1 + (at % 2)},worker`)],
  // twelve better in insight, six the same, six worse; six not rated again
  ratings: [
    "id,scale,time,item,answer",
    ...treated.map((id) => `${id},aims,intake,insight,3`),
    ...treated.slice(0, 24).map((id, at) => `${id},aims,exit,insight,${at < 12 ? 5 : at < 18 ? 3 : 1}`),
  ],
  staff: ["officer,post,since", "w1,officer,2022-01-01", "w2,officer,2022-01-01"],
  training: ["officer,course,on", "w1,motivational-interviewing,2022-03-01"],
  costs: ["payer,item,kind,pounds", "council,group,cash,9000"],
  calls: [
    "search,service,on,at,came,opens,closes,days,entry",
    "first,county helpline,2024-03-04,09:10,dead-number,,,,",
    "first,advice line,2024-03-04,09:20,no-answer,10:00,14:00,5,yes",
    "first,outreach,2024-03-05,09:00,no-answer,10:00,14:00,1,yes",
    "first,refuge service,2024-03-05,09:30,no-help,,,,no",
    "first,advice line,2024-03-05,11:00,referral,10:00,14:00,5,yes",
  ],
  activities: [
    "strand,kind,what,due,done,number",
    "Mentoring,milestone,Mentors trained,2024-03-01,2024-04-01,",
    "Mentoring,output,Families worked with,,2024-06-30,4",
    "New strategy,milestone,Strategy published,2025-03-01,,",
  ],
  outcomes: ["id,outcome,value", ...people.map((id, at) => `${id},arrest,${at % 4 === 0 ? 1 : 0}`)],
};

describe("ratings, training and workstreams of a study", () => {
  let results: Results;
  let published: Results;
  let page: string;
  let privately: Record<string, { [key: string]: unknown }[]>;

  const descriptionsOf = (folder: string) =>
    JSON.parse(readFileSync(join(folder, "out/private/descriptions.json"), "utf8"));

  async function ran(protection = ""): Promise<string> {
    const folder = temporaryFolder();
    for (const [name, lines] of Object.entries(files))
      writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
    writeFileSync(join(folder, "study.yaml"), plan(protection));
    const { code, err } = await runCommand("run", folder);
    expect([code, err]).toEqual([expect.any(Number), ""]);
    return folder;
  }

  beforeAll(async () => {
    const folder = await ran();
    results = JSON.parse(readFileSync(join(folder, "out/private/results.json"), "utf8"));
    published = JSON.parse(readFileSync(join(folder, "out/results.json"), "utf8"));
    page = readFileSync(join(folder, "out/report.html"), "utf8");
    privately = descriptionsOf(folder);
  }, 120_000);

  it("are published as tables: nobody named, what is empty refused with its reason", () => {
    const cells = (id: string) =>
      results.tables
        .find((table) => table.id === id)!
        .cells.map(({ at, numerator }) => [Object.values(at).join(" "), numerator]);
    expect(cells("ratings-aims-intake-to-exit")).toEqual(
      expect.arrayContaining([
        ["insight better", 12],
        ["insight same", 6],
        ["insight worse", 6],
        ["insight open", 6],
        ["insight total", 30],
        ["responsibility neither", 30],
      ]),
    );
    expect(cells("staff-training")).toContainEqual(["motivational-interviewing not-trained", 1]);
    expect(cells("workstreams")).toContainEqual(["group sessions", 30]);
    expect(results.refusals.map(({ id }) => id)).toContain("workstream-output-none-recorded");
    expect(JSON.stringify(results.tables)).not.toMatch(/"w[12]"/);
  });

  it("tell of services and strands in full, and hold an output of four families to the rule for people", () => {
    const cells = (id: string) => published.tables.find((table) => table.id === id)!.cells;
    expect(cells("access-calls").filter(({ numerator }) => numerator !== 0)).toMatchObject([
      { at: { calls: "5" }, numerator: 1 },
      { at: { calls: "total" }, numerator: 1 },
    ]);
    expect(cells("access-shares")).toMatchObject([
      { numerator: 2, denominator: 5, value: 0.4 },
      { numerator: 2, denominator: 4, value: 0.5 },
    ]);
    expect(cells("access-hours").map(({ value }) => value)).toEqual([20, null, 4, null]);
    const milestones = cells("activities-milestones").filter(({ numerator }) => numerator !== 0);
    expect(milestones.map(({ at, numerator }) => [...Object.values(at), numerator])).toEqual([
      ["Mentoring", "done-late", 1],
      ["Mentoring", "total", 1],
      ["New strategy", "to-come", 1],
      ["New strategy", "total", 1],
    ]);
    expect(cells("activities-outputs")).toMatchObject([{ numerator: { withheld: "primary" } }]);
    expect(page).toContain("Getting help, tried by calling");
    expect(page).toContain("Milestones of each strand");
  });

  it("name the untrained worker who holds cases in private/ alone, with and without a key the same", async () => {
    const untrained = (described: typeof privately) =>
      (described["staff-training"]![0] as { courses: { untrainedWithCases: { worker: string; cases: number }[] }[] })
        .courses[0]!.untrainedWithCases;
    // of the ten cases still open every second one
    expect(untrained(privately)).toEqual([{ worker: "w2", post: "officer", cases: 5 }]);
    const key = join(temporaryFolder(), "study.key");
    expect((await runCommand("key", key)).code).toBe(0);
    const [held, ...others] = untrained(descriptionsOf(await ran(`  protection: { pseudonymKey: ${key} }\n`)));
    expect([held!.cases, others]).toEqual([5, []]);
    expect(held!.worker).toMatch(/^\d+\.[A-Z2-7]{16}$/);
  }, 120_000);
});
