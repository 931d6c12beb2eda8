import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isWithheld, type Results } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { runCommand, temporaryFolder } from "./run-command.ts";

const study = temporaryFolder();
const first = join(study, "first");
const resultsIn = (folder: string): Results => JSON.parse(readFileSync(join(folder, "results.json"), "utf8"));

beforeAll(async () => {
  await runCommand("simulate", study, "--seed", "11", "--referrals", "120", "--pool", "500");
  const { code, err } = await runCommand("run", study, "--out", first, "--threads", "1");
  expect({ code, err }).toMatchObject({ code: 0 });
  const file = join(study, "study.yaml");
  const plan = parse(readFileSync(file, "utf8"));
  plan.disclosure = { ...plan.disclosure, releases: ["earlier.json"] };
  writeFileSync(file, stringify(plan));
}, 240_000);

afterAll(() => rmSync(study, { recursive: true }));

describe("releases a plan names", () => {
  it("a step that has two people more than in the release before is withheld, the others are as they were", async () => {
    const before = resultsIn(first);
    const step = before.funnel.find(({ count }) => !isWithheld(count) && count > 40)!;
    const earlier = {
      ...before,
      funnel: before.funnel.map((one) => (one === step ? { ...one, count: (one.count as number) - 2 } : one)),
    };
    writeFileSync(join(study, "earlier.json"), JSON.stringify(earlier));
    const { code, err } = await runCommand("run", study, "--threads", "1");
    expect({ code, err }).toMatchObject({ code: 0 });
    const after = resultsIn(join(study, "out"));
    expect(isWithheld(after.funnel.find((one) => one.step === step.step)!.count)).toBe(true);
  }, 240_000);

  it("a file that is not there, and a working edition, are refused before anything is read", async () => {
    rmSync(join(study, "earlier.json"));
    expect(await runCommand("run", study)).toMatchObject({
      code: 2,
      err: expect.stringContaining("disclosure.releases: there is no file earlier.json"),
    });
    writeFileSync(join(study, "earlier.json"), JSON.stringify({ ...resultsIn(first), edition: "working" }));
    expect(await runCommand("run", study)).toMatchObject({
      code: 2,
      err: expect.stringContaining("is a working edition"),
    });
  });
});
