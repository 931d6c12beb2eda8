import { parameterSets } from "@likewise/economics";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const all = parameterSets.flatMap(({ parameters }) => parameters);
const verified = all.filter(({ status }) => status !== "RECALLED");

describe("likewise parameters", () => {
  it("lists what was seen in its source; what was written from memory only when asked for", async () => {
    const { out } = await runCommand("parameters", "--json");
    expect(JSON.parse(out).parameters).toHaveLength(verified.length);
    const { out: more } = await runCommand("parameters", "--json", "--recalled");
    expect(JSON.parse(more).parameters).toHaveLength(all.length);
    const refused = await runCommand("parameters", "ho-da-victim-lost-output");
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("was written from memory");
  });

  it("prices a value of 2019-20 as the reference does: £15,720 of a violent crime are £19,438 in 2024-25", async () => {
    const { out } = await runCommand("parameters", "ho-crime-201920-violence-with-injury-total");
    expect(out).toContain("£15,720 in prices of 2019-20, £19,438 in prices of 2024-25");
    expect(out).toContain("Status: VERIFIED");
    expect((await runCommand("parameters", "--prices", "1990-91")).code).toBe(2);
  });

  it("tells values of one label apart by their kind, and says what each status means", async () => {
    const { out } = await runCommand("parameters", "--search", "ucd14-cr2-0-");
    const shown = out.split("\n").flatMap((line) => /^ucd14-\S+ +([^:]+):/.exec(line)?.[1] ?? []);
    expect(shown).toContain("Domestic violence incident, all public agencies (fiscal)");
    expect(new Set(shown).size).toBe(shown.length);
    expect(out).toMatch(/^VERIFIED: read in its source; DERIVED: .*; RECALLED: written from memory/m);
  });

  it("finds by words, and carries the attribution of every set it shows", async () => {
    const { out } = await runCommand("parameters", "--search", "domestic violence incident nhs");
    expect(out).toContain("ucd14-cr2-0-1-fiscal");
    expect(out).toContain("© New Economy and GMCA, CC BY 4.0");
    const { out: csv } = await runCommand("parameters", "--search", "ucd14-cr2-0-1", "--csv");
    expect(csv.split("\n")[0]).toContain("attribution");
    expect(csv).toContain("CC BY 4.0");
    expect((await runCommand("parameters", "--search", "ho-crime-201920-rape")).out).not.toContain("GMCA");
  });
});

it("likewise value says that a study must be run first", async () => {
  const { code, err } = await runCommand("value", temporaryFolder());
  expect(code).toBe(2);
  expect(err).toContain("run the study first");
});
