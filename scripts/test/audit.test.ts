import { describe, expect, it } from "vitest";
import { auditVerdict } from "../audit/audit-verdict.ts";

const advisory = (severity: string) => ({
  module_name: "left",
  severity,
  title: "reads too much",
  url: "https://advisory.example/1",
});

describe("the audit of dependencies", () => {
  it.each(["high", "critical"])("fails on a %s advisory and names the package", (severity) => {
    const answer = JSON.stringify({ advisories: { 1: advisory("low"), 2: advisory(severity) } });
    const line = `left: ${severity}: reads too much https://advisory.example/1`;
    expect(auditVerdict(answer, "")).toEqual({ kind: "vulnerable", found: [line] });
  });

  it("tells lesser advisories and lets them pass", () => {
    const answer = JSON.stringify({ advisories: { 1: advisory("moderate"), 2: advisory("low") } });
    expect(auditVerdict(answer, "")).toEqual({ kind: "clean", lesser: 2 });
    expect(auditVerdict(JSON.stringify({ advisories: {} }), "")).toEqual({ kind: "clean", lesser: 0 });
  });

  it.each([
    [
      "a registry without audits",
      JSON.stringify({ error: { code: "ERR", message: "responded with 405: \nmore" } }),
      "",
      "responded with 405:",
    ],
    ["no network", "", "getaddrinfo ENOTFOUND\nat dns", "getaddrinfo ENOTFOUND"],
    ["a page instead of an answer", "<html>", "", "<html>"],
    ["nothing", "", "", "no answer"],
  ])("is skipped, with the reason, by %s", (_, stdout, stderr, why) => {
    expect(auditVerdict(stdout, stderr)).toEqual({ kind: "skipped", why });
  });
});
