import { normaliseOffenceText } from "@likewise/offending";
import { describe, expect, it } from "vitest";

const coercive = "engage in controlling coercive behaviour in an intimate family relationship";

describe("an offence in words has one normal form", () => {
  it.each([
    ["Engage in controlling/coercive behaviour in an intimate / family relationship.", coercive],
    ["Engage in controlling/coercive behaviour in an intimate / family relationship", coercive],
    [
      "ENGAGE IN CONTROLLING / COERCIVE BEHAVIOUR IN AN INTIMATE/FAMILY  RELATIONSHIP - Serious Crime Act 2015",
      coercive,
    ],
    [
      "Engage in controlling/coercive behaviour in an intimate / family relationship (Serious Crime Act 2015 s76)",
      coercive,
    ],
    [
      "Engage in controlling/coercive behaviour in an intimate / family relationship contrary to section 76(1) of the Serious Crime Act 2015",
      coercive,
    ],
    ["EXPIRED - NOT FOR USE AFTER 30/01/24 Non\u2010fatal strangulation", "non fatal strangulation"],
    ["Non-fatal strangulation (EXPIRED \u2013 not for use after 30/01/2024)", "non fatal strangulation"],
    ["Harassment, alarm or distress public order act 1986", "harassment alarm or distress"],
    ["Women\u2019s refuge damage & loss of 5,000 pounds", "womens refuge damage and loss of 5000 pounds"],
    // "act" is a word here, and the name of no Act
    ["Outrage public decency by an indecent act", "outrage public decency by an indecent act"],
    ["...", ""],
  ])("%j is %j", (text, expected) => {
    expect(normaliseOffenceText(text).text).toBe(expected);
  });

  it("keeps sections and Acts beside the words, as only they tell some offences apart", () => {
    expect(normaliseOffenceText("GBH s.20 Offences Against the Person Act 1861")).toEqual({
      text: "gbh",
      sections: ["20"],
      acts: ["offences against the person act"],
      expired: false,
    });
    expect(normaliseOffenceText("Public order, section 4A(1)").sections).toEqual(["4a"]);
    expect(normaliseOffenceText("Offenders 18 and over").sections).toEqual([]);
    expect(normaliseOffenceText("Assault EXPIRED").expired).toBe(true);
  });

  it("does not mend misspellings", () => {
    expect(normaliseOffenceText("Controlling and coercive behavious").text).toBe("controlling and coercive behavious");
  });
});
