import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { whileLocked } from "@likewise/engine";
import { beforeEach, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

describe("likewise allocate", () => {
  let list: string;
  let to: string;
  const draw = (...more: string[]) =>
    runCommand(
      "allocate",
      list,
      "--new",
      "--arms",
      "offer,usual",
      "--strata",
      "north=12,south=8",
      "--seed",
      "77",
      ...more,
    );
  const take = (person: string, stratum: string) =>
    runCommand("allocate", list, "--person", person, "--stratum", stratum, "--to", to);

  beforeEach(() => {
    const folder = temporaryFolder();
    list = join(folder, "list.json");
    to = join(folder, "allocations.csv");
  });

  it("draws a list that its owner alone can read, never over another, and tells its hash but no place", async () => {
    const { code, out } = await draw();
    expect(code).toBe(0);
    expect(out).toMatch(/Hash {7}[0-9a-f]{64}/);
    expect(out).not.toMatch(/offer|usual/);
    expect(statSync(list).mode & 0o777).toBe(0o600);
    expect(await draw()).toMatchObject({ code: 2, err: expect.stringContaining("written over") });
  });

  it("hands out places in the order of the list, one a person, and writes each down as a row of allocations", async () => {
    await draw();
    const { places } = JSON.parse(readFileSync(list, "utf8"));
    const given = [];
    for (const [at, stratum] of ["north", "south", "north", "north"].entries())
      given.push((await take(`p${at}`, stratum)).out);
    const armsOf = (stratum: string) =>
      places.filter((one: { stratum: string }) => one.stratum === stratum).map((one: { arm: string }) => one.arm);
    const [north, south] = [armsOf("north"), armsOf("south")];
    expect(given).toEqual([`p0  ${north[0]}\n`, `p1  ${south[0]}\n`, `p2  ${north[1]}\n`, `p3  ${north[2]}\n`]);
    expect(readFileSync(to, "utf8").split("\r\n").slice(0, 3)).toEqual([
      "person,allocated_on,arm,stratum",
      `p0,1970-01-01,${north[0]},north`,
      `p1,1970-01-01,${south[0]},south`,
    ]);
    const { out } = await runCommand("allocate", list, "--to", to);
    expect(out).toMatch(/^north: 3 of \d+ places taken/);
    expect(out).toContain("the list is as it was drawn");
  });

  it("refuses a person twice, a stratum that is not there, and a stratum that is full", async () => {
    await draw();
    await take("p1", "north");
    expect(await take("p1", "north")).toMatchObject({ code: 2, err: expect.stringContaining("an allocation stands") });
    expect(await take("p2", "west")).toMatchObject({
      code: 2,
      err: expect.stringContaining("expected one of north, south, found west"),
    });
    for (const name of ["Jane Doe", "O’Neill, Mary-Ann", "j.doe@example.org"]) {
      const { code, err } = await take(name, "north");
      expect([code, err.includes(name)]).toEqual([2, false]);
    }
    let last = await take("q0", "south");
    for (let at = 1; last.code === 0; at++) last = await take(`q${at}`, "south");
    expect(last.err).toContain("no place is left in south");
  });

  it("gives no place while somebody else is being given one, and the same place afterwards", async () => {
    await draw();
    const meanwhile = await whileLocked(to, () => take("p1", "north"));
    expect(meanwhile).toMatchObject({ code: 2, out: "", err: expect.stringContaining("is being written") });
    const [first] = (JSON.parse(readFileSync(list, "utf8")) as { places: { stratum: string; arm: string }[] }).places
      .filter(({ stratum }) => stratum === "north")
      .map(({ arm }) => arm);
    expect(await take("p2", "north")).toMatchObject({ code: 0, out: `p2  ${first}\n` });
  });

  it("refuses a list that was changed, and rows that do not follow the list", async () => {
    await draw();
    await take("p1", "north");
    const rows = readFileSync(to, "utf8");
    writeFileSync(
      to,
      rows.includes(",offer,") ? rows.replace(",offer,", ",usual,") : rows.replace(",usual,", ",offer,"),
    );
    expect(await take("p2", "north")).toMatchObject({
      code: 3,
      err: expect.stringContaining("allocations.csv row 1: expected the arm of place 1 of north"),
    });
    writeFileSync(to, rows);
    const text = readFileSync(list, "utf8");
    writeFileSync(list, text.includes('"arm": "offer"') ? text.replace('"arm": "offer"', '"arm": "usual"') : text);
    expect(await take("p2", "north")).toMatchObject({
      code: 2,
      err: expect.stringContaining("was changed after it was drawn"),
    });
  });

  it("needs the folder that rows are to be written in, and makes none", async () => {
    await draw();
    to = join(to, "..", "mistyped", "allocations.csv");
    const { code, out, err } = await take("P1", "north");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^likewise: --to: there is no folder for .*mistyped/);
    expect(existsSync(join(to, ".."))).toBe(false);
  });

  it("says what is missing or cannot be drawn", async () => {
    expect(await runCommand("allocate", list)).toMatchObject({
      code: 2,
      err: expect.stringContaining("draw one with --new"),
    });
    expect(await draw("--blocks", "5")).toMatchObject({
      code: 2,
      err: expect.stringContaining("multiple of 2, the sum of shares, got 5"),
    });
    expect(await draw("--ratio", "1,1,1")).toMatchObject({
      code: 2,
      err: expect.stringContaining("a number for each of 2 arms, found 3"),
    });
    const noSeed = await runCommand("allocate", list, "--new", "--arms", "a,b", "--strata", "all=4");
    expect(noSeed).toMatchObject({ code: 2, err: expect.stringContaining("--seed") });
  });
});
