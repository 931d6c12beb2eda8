import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Plan, type Row, type StudyFiles, writeStudy } from "./flawed-studies/kit/study-files.ts";
import { soundTrials } from "./flawed-studies/sound-trials.ts";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

/** A small trial with spend and values: 240 people, two payers, one value of a crime. */
const trial = soundTrials["sound-trial-small-large-benefit"]!();
const [outcome] = trial.plan.outcomes as Plan[];
const counted: Plan = {
  ...outcome,
  id: "crimes",
  label: "recorded crimes a person",
  kind: "count",
  primary: false,
  measure: "meanDifference",
};
const value: Plan = { parameter: "ho-crime-201920-violence-without-injury-response", agency: "Police", cashable: 0.1 };
const benefit: Plan = {
  id: "crimes",
  label: "Recorded crimes",
  outcome: "crimes",
  per: "crime",
  multiplier: { value: 0.98, source: "published with the value" },
  values: [value],
};
const economics: Plan = {
  priceYear: "2024-25",
  firstYear: "2022-23",
  years: 3,
  draws: 400,
  costs: { support: ["Support"] },
  benefits: [benefit],
  success: { outcome: "da-recorded-12m", label: "person without a recorded crime" },
};
const spend: readonly Row[] = [
  cost("Council", "Case work", "cash", 30_000),
  cost("Commissioner", "Support", "cash", 12_000),
  cost("Council", "Rooms", "in-kind", 4000),
];

function cost(payer: string | null, category: string, kind: string, amount_pounds: number, to = "2023-03-31"): Row {
  return { period_from: to, period_to: to, payer, category, kind, amount_pounds };
}

function study(
  changes: Plan = {},
  { costs = spend, outcomes = [outcome!, counted] as readonly Plan[] } = {},
): StudyFiles {
  return {
    ...trial,
    plan: { ...trial.plan, outcomes, economics: { ...economics, ...changes } },
    tables: { ...trial.tables, costs },
  };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function written(files: StudyFiles): string {
  const folder = temporaryFolder();
  folders.push(folder);
  writeStudy(folder, files);
  return folder;
}

describe("check names what of money would be refused", () => {
  const perVictim = { parameter: "ho-da-victim-police" };
  const own = {
    pounds: 200,
    per: "crime",
    domain: "crime",
    item: "violence",
    covers: ["police"],
    kind: "fiscal",
    agency: "Police",
    source: "by hand",
  };
  const proven = { ...counted, basis: "proven", reporter: "court", definition: "proven", window: "moj-proven-12m" };
  const withValues = (...values: readonly Plan[]) => study({ benefits: [{ ...benefit, values }] });
  const unmultiplied = { ...benefit, multiplier: undefined };

  it.each<[string, StudyFiles, RegExp]>([
    [
      "a value per victim times incidents",
      withValues(perVictim),
      /^likewise: study\.yaml line \d+: economics\.benefits\[0\]\.values\[0\]: .*expected a value per crime, found: .*is per victim, and the outcome is counted by crime/m,
    ],
    [
      "one outcome of events valued per victim",
      study({ benefits: [{ ...benefit, per: "victim", multiplier: undefined, values: [perVictim] }] }),
      /economics\.benefits\[0\]\.outcome: .*expected values per event.*found: .*would count each victim once for every event/,
    ],
    [
      "a value added to one it contains",
      withValues(value, { parameter: "ho-crime-201920-violence-without-injury-total" }),
      /economics\.benefits: .*expected one of the two, found: .*police/,
    ],
    [
      "values of crimes without the multiplier",
      study({ benefits: [unmultiplied] }),
      /economics\.benefits\[0\]\.multiplier: .*expected multiplier\.value with its source \(published with these values: 0\.98\)/,
    ],
    [
      "values of crimes on proven counts",
      study({ benefits: [unmultiplied] }, { outcomes: [outcome!, proven] }),
      /economics\.benefits\[0\]\.multiplier: .*found: .*proven offences are a part that nobody can scale up/,
    ],
    [
      "spend whose payer is missing",
      study({}, { costs: [...spend, cost(null, "Case work", "cash", 10)] }),
      /data\.tables\.costs: .*expected who paid of every item of the costs table, found: of 1 item of spend it is not known who paid \(\S*costs\.csv row 4\)$/m,
    ],
    [
      "spend outside the years appraised",
      study({}, { costs: [...spend, cost("Council", "Case work", "cash", 10, "2022-03-31")] }),
      /data\.tables\.costs: .*found: 1 item of spend lies outside the 3 years appraised from 2022-23: 2021-22/,
    ],
    [
      "spend of a year without a price index",
      study({}, { costs: [...spend, cost("Council", "Case work", "cash", 10, "1995-03-31")] }),
      /data\.tables\.costs: .*found: prices of 1994-95 cannot be made those of 2024-25/,
    ],
    [
      "no support for victim-survivors and children",
      study({ costs: {} }),
      /economics\.costs: .*expected its categories under economics\.costs\.support, or why there is none/,
    ],
  ])("%s", async (_, files, message) => {
    const { code, err, out } = await runCommand("check", written(files));
    expect(err).toMatch(message);
    expect(code).toBe(4);
    // The account of rows stands all the same.
    expect(out).toContain("Account of rows");
  });

  it("a plan that no run can read stops at once: prices of a year without an index, a value without its source", async () => {
    for (const [values, message] of [
      [
        { ...own, priceBase: "1990-91" },
        /line \d+: economics\.benefits\[0\]\.values\[0\]\.priceBase: expected a year the price index holds, found "1990-91"/,
      ],
      [
        { ...own, priceBase: "2019-20", source: undefined },
        /economics\.benefits\[0\]\.values\[0\]: expected a value that can be used, found .*source/,
      ],
      [
        { parameter: "ho-da-victim-lost-output" },
        /values\[0\]\.parameter: expected a value that can be used, found .*written from memory/,
      ],
    ] as const) {
      const { code, err } = await runCommand("check", written(withValues(values)));
      expect(err).toMatch(message);
      expect(code).toBe(2);
    }
  });

  it("nothing, where a floor is accepted in words and support is said to be paid elsewhere", async () => {
    const accepted = { ...benefit, multiplier: { acceptedWithout: "a floor is enough for this decision" } };
    const files = study({ benefits: [accepted], costs: { withoutSupport: "another service pays for it" } });
    expect(await runCommand("check", written(files))).toMatchObject({ code: 0, err: "" });
    const { out } = await runCommand("check", written(study({ costs: {} })), "--json");
    expect(JSON.parse(out).refusals).toMatchObject([{ path: "economics.costs", id: "cost-without-support" }]);
  });
});

describe("value tells a commissioner", () => {
  const labels = (out: string) => out.split("\n").map((line) => line.slice(0, 11).trim());
  const ten = "Spent,Cost,For each,Worth,Budgets,Who,Break-even,How sure,No price,Level".split(",");

  it("of the sample study in ten lines; the rest as JSON, with both editions of crime costs line by line", async () => {
    const { code, out } = await runCommand("value", join(repository, "reports/perpetrator-programme"));
    expect(code).toBe(0);
    expect(labels(out).slice(0, 10)).toEqual(ten);
    expect(labels(out).slice(10)).toEqual([""]);
    const json = JSON.parse(
      (await runCommand("value", join(repository, "reports/perpetrator-programme"), "--json")).out,
    );
    expect(json.kind).toBe("likewise/economics");
    expect(json.vintages.rows).toHaveLength(2);
    expect(json.vintages.netTo - json.vintages.netFrom).toBeCloseTo(
      json.vintages.rows.reduce((sum: number, row: { difference: number }) => sum + row.difference, 0),
      // Published to three digits of more than a million pounds.
      -5,
    );
  });

  describe("of a trial", () => {
    let folder: string;
    beforeAll(async () => {
      // Nobody drew lots: selected people beside others, so that the money is a scenario.
      const [comparison] = trial.plan.comparisons as Plan[];
      const chosen = { ...comparison, assignment: "selected", comparator: "concurrent-untreated", covariates: [] };
      const files = study();
      folder = written({ ...files, plan: { ...files.plan, comparisons: [chosen] } });
      const { code, err } = await runCommand("run", folder, "--threads", "1");
      expect(err).toBe("");
      expect([0, 4]).toContain(code);
    }, 120_000);

    it("without a fair comparison a scenario, and no word of a saving", async () => {
      const { code, out } = await runCommand("value", folder);
      expect(code).toBe(0);
      expect(labels(out).slice(0, 10)).toEqual(ten);
      for (const label of ["Cost", "Worth", "Budgets"]) {
        const line = out.split("\n").find((one) => one.startsWith(label))!;
        expect(line).toMatch(/£[\d.,]+.* (to|and) −?£[\d.,]+/);
      }
      expect(out).toContain("this is a scenario");
      expect(out).toContain("would gain");
      expect(out).not.toMatch(/ gains £|cashable saving/);
      expect(out).toContain("Refused    a saving: ");
      const economics = JSON.parse((await runCommand("value", folder, "--json")).out);
      expect(economics).toMatchObject({ scenario: true, appraisal: { label: null } });
      expect(economics.appraisal.perfectInformation).toBeNull();
      expect(economics.appraisal.withoutInformation).toContain("bias");
    });

    it("the same bytes of every amount on one thread and on two", async () => {
      const two = join(folder, "two");
      await runCommand("run", folder, "--out", two, "--threads", "2");
      const [one, other] = [folder, two].map((place) => runCommand("value", place, "--json"));
      expect((await other!).out).toBe((await one!).out);
      expect(JSON.parse((await one!).out).appraisal.draws).toBe(400);
    }, 120_000);

    it("whose spend has no payer and whose effect no interval: what was spent, why no more, and 4", async () => {
      const [comparison] = trial.plan.comparisons as Plan[];
      const files = study({ success: undefined }, { costs: [...spend, cost(null, "Case work", "cash", 10)] });
      const other = written({
        ...files,
        plan: { ...files.plan, comparisons: [{ ...comparison, outcomes: ["da-recorded-12m"] }] },
      });
      const ran = await runCommand("run", other);
      // As check does: by file and row, and 4.
      expect(ran.err).toMatch(
        /^likewise: study\.yaml line \d+: data\.tables\.costs: .* it is not known who paid \(\S*costs\.csv row 4\)$/m,
      );
      expect(ran.code).toBe(4);
      const page = readFileSync(join(other, "out/dashboard.html"), "utf8");
      expect(page).not.toMatch(/class="answer">£[\d,]+ was spent/);
      expect(page).toContain("Without 1 item of spend whose row was rejected, ");
      const { code, out } = await runCommand("value", other);
      expect(code).toBe(4);
      expect(out).toContain("Spent      £46,000 as spent");
      expect(out).toMatch(
        /Refused {4}costs and benefits: of 1 item of spend it is not known who paid \(\S*costs\.csv row 4\); would need who paid/,
      );
      expect(out).toMatch(/Refused {4}costs and benefits: crimes: crimes has no effect with an interval/);
      expect(out).not.toMatch(/Worth|ratio/);
    }, 120_000);

    it("known as a risk difference alone: a cost for each success and what would break even, and no ratio", async () => {
      const other = written(study({ benefits: undefined }, { outcomes: [outcome!] }));
      await runCommand("run", other);
      const { code, out } = await runCommand("value", other);
      expect(code).toBe(0);
      expect(labels(out).slice(0, 10)).toEqual(ten);
      expect(out).toMatch(/One more \(person without a recorded crime\) £[\d,]+ \(£[\d,]+ to £[\d,]+\)/);
      expect(out).toMatch(
        /Break-even If one \(person without a recorded crime\) is worth £[\d,]+, it takes [\d.]+ more of every 100 people/,
      );
      expect(out).toContain("Worth      Not told: no gain has a price here");
      expect(out).not.toContain("ratio");
      const { appraisal } = JSON.parse((await runCommand("value", other, "--json")).out);
      expect(appraisal.benefitCostRatio.estimate).toBeNull();
    }, 120_000);
  });

  describe("with costs of each person and survivors' confidence", () => {
    const given = (id: string, parts: Plan): Plan => ({
      id,
      definition: id,
      from: "outcomes",
      outcome: id,
      primary: false,
      ...parts,
    });
    const serviceCosts = given("service-costs", {
      label: "cost of services a person",
      ...{ basis: "worker-judgement", reporter: "administrative", kind: "continuous", direction: "lower" },
    });
    const confident = given("confident", {
      label: "victim-survivor confident of staying free of abuse",
      ...{ basis: "victim-report", reporter: "victim-survivor", kind: "binary", direction: "higher" },
    });
    const rows = trial.tables.people!.flatMap(({ person }, at): Row[] => [
      { person: person!, outcome: "service-costs", value: 1500 + ((at * 7919) % 1000) },
      { person: person!, outcome: "confident", value: (at * 31) % 5 < 3 ? 1 : 0 },
    ]);
    const costPerPerson = { outcome: "service-costs", priceYear: "2023-24", includesProgramme: false };
    let folder: string;
    beforeAll(async () => {
      const files = study(
        { costPerPerson, confidence: "confident" },
        { outcomes: [outcome!, counted, serviceCosts, confident] },
      );
      folder = written({ ...files, tables: { ...files.tables, outcomes: rows } });
      const { err } = await runCommand("run", folder, "--threads", "1");
      expect(err).toBe("");
    }, 120_000);

    it("both differences stand together, with the place on the plane and net benefit at every worth", async () => {
      const { out } = await runCommand("value", folder);
      expect(out).toMatch(/^Together {3}.*ost .* by −?£[\d,]+ \(−?£[\d,]+ to −?£[\d,]+\) a person\. One more/m);
      const { perPerson } = JSON.parse((await runCommand("value", folder, "--json")).out);
      expect(perPerson).toMatchObject({ outcome: "service-costs", priceYear: "2024-25", includesProgramme: false });
      expect(Math.abs(perPerson.correlation)).toBeLessThan(1);
      expect(perPerson.netBenefit).toHaveLength(9);
      const [none, most] = [perPerson.netBenefit[0], perPerson.netBenefit.at(-1)];
      // Worth nothing, a success leaves the cost alone.
      expect(none.amount.estimate).toBeCloseTo(-perPerson.cost.estimate, 6);
      expect(most.with).toBeGreaterThan(none.with);
    });

    it("practice-E5: the page has the three aims of matching, with what survivors say of their confidence", () => {
      const page = readFileSync(join(folder, "out/report.html"), "utf8").replace(/<[^>]*>/g, " ");
      expect(page).toContain("Costs and successes of the same people");
      const aims = page.replace(/\s+/g, " ").split("What it rests on, or what would tell ")[1]!.slice(0, 800);
      expect(aims).toMatch(/^Victim-survivors are confident [\d.]+% of 120; .* A realistic chance of success No data /);
      expect(aims).toMatch(/ Value for money Benefit-cost ratio [\d.]+ \(/);
    });
  });

  it("nothing of a plan without economics, or before a run", async () => {
    const { code, err } = await runCommand("value", join(repository, "reports/tarp"));
    expect(code).toBe(4);
    expect(err).toMatch(
      /the plan has no economics block.*: add economics: to study\.yaml.* high-risk-case-management has$/m,
    );
    expect((await runCommand("value", temporaryFolder())).err).toContain("run the study first");
  });
});
