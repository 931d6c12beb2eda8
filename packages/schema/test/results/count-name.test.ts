import { countName } from "@likewise/schema";
import { expect, it } from "vitest";

it("the same people get the same name, in whatever order their levels are given", () => {
  expect(countName("referrals", { source: "police", area: "north" })).toBe(
    countName("referrals", { area: "north", source: "police" }),
  );
});

it("a level left undefined narrows nothing, so that totals and parts can be named by one call", () => {
  expect(countName("referrals", { source: undefined })).toBe(countName("referrals"));
});

it("people at different levels, or of different kinds, have different names", () => {
  const names = [
    countName("referrals", { source: "police" }),
    countName("referrals", { area: "police" }),
    countName("step started", { source: "police" }),
  ];
  expect(new Set(names).size).toBe(3);
});
