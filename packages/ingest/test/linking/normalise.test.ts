import {
  dateFormats,
  identifierRoles,
  normaliseAddress,
  normaliseCroNumber,
  normaliseDate,
  normaliseEmail,
  normaliseName,
  normaliseNhsNumber,
  normaliseNiNumber,
  normalisePncNumber,
  normalisePostcode,
  normaliseSex,
  normaliseTelephone,
  postcodeDistrict,
} from "@likewise/ingest";
import { describe, expect, it } from "vitest";

describe("identifiers as they are compared", () => {
  it.each([
    ["Zoë", "ZOE"],
    ["ŁUKASZ", "LUKASZ"],
    ["Søren", "SOREN"],
    ["Strauß", "STRAUSS"],
    ["O'Brien", "OBRIEN"],
    ["O’BRIEN", "OBRIEN"],
    ["O Brien", "OBRIEN"],
    ["McDonald", "MCDONALD"],
    ["Mc Donald", "MCDONALD"],
    ["Anne-Marie", "ANNEMARIE"],
    ["Smith – Jones", "SMITHJONES"],
    ["Mrs. Ann", "ANN"],
    ["Dr Mr Lee", "LEE"],
    ["Missy", "MISSY"],
    ["Mr", "MR"],
    ["Smith, John", "JOHNSMITH"],
    ["Иван", "ИВАН"],
    ["Not known", null],
    ["UNKNOWN", null],
    [" - ", null],
    ["123", null],
  ])("the name %j is %j", (text, name) => expect(normaliseName(text)).toBe(name));

  it("names of one person are one, however their accents are written (law)", () => {
    for (const name of ["Zoë", "Renée Núñez", "Åsa", "Đặng"]) {
      expect(normaliseName(name.normalize("NFC"))).toBe(normaliseName(name.normalize("NFD")));
      expect(normaliseName(normaliseName(name)!)).toBe(normaliseName(name));
    }
  });

  it.each([
    ["14/03/1984", "1984-03-14"],
    ["1984-03-14", "1984-03-14"],
    ["31/02/1984", null],
    ["01/01/1900", null],
    ["March 1984", null],
  ])("the date %j is %j", (text, date) => {
    const formats = dateFormats.filter(({ format }) => ["dd/mm/yyyy", "yyyy-mm-dd", "mon-yyyy"].includes(format));
    expect(normaliseDate(text, formats)).toBe(date);
  });

  it.each([
    ["ls1 4ap", "LS14AP"],
    ["EC1A  1BB", "EC1A1BB"],
    ["GIR 0AA", "GIR0AA"],
    ["LS1", null],
    ["ZZ99 3VZ", null],
  ])("the postcode %j is %j", (text, postcode) => expect(normalisePostcode(text)).toBe(postcode));

  it("the district of a postcode is all but its last three letters", () => {
    expect([postcodeDistrict("LS14AP"), postcodeDistrict("LS114AP")]).toEqual(["LS1", "LS11"]);
  });

  // Check digit by hand: 9×10+4×9+3×8+4×7+7×6+6×5+5×4+9×3+1×2 = 299 = 27×11 + 2, and 11 - 2 = 9.
  it.each([
    ["943 476 5919", "9434765919"],
    ["943-476-5919", "9434765919"],
    ["9434765918", null],
    ["943476591", null],
    ["0000000000", null],
  ])("the NHS number %j is %j", (text, number) => expect(normaliseNhsNumber(text)).toBe(number));

  // Check letters by hand: 980012345 = 23 × 42609232 + 9, and the letter after Z, A to H without I is J for 9;
  // 30011985 = 23 × 1304868 + 21, which is X.
  it.each([
    ["98/12345J", "98/0012345J"],
    ["1998/0012345J", "98/0012345J"],
    ["98/0012345j", "98/0012345J"],
    ["1998 / 12345 J", "98/0012345J"],
    ["19980012345J", "98/0012345J"],
    ["1998-12345J", "98/0012345J"],
    ["2003/0011985X", "03/0011985X"],
    ["98/12345K", null],
    ["98/12345", null],
  ])("the PNC number %j is %j", (text, number) => expect(normalisePncNumber(text)).toBe(number));

  it.each([
    ["SF87/39738K", "SF87/39738K"],
    ["sf 05 / 0482703 J", "SF05/482703J"],
    ["940431/93N", "940431/93N"],
    ["0940431/1993N", "940431/93N"],
    ["940431", null],
  ])("the CRO number %j is %j", (text, number) => expect(normaliseCroNumber(text)).toBe(number));

  it.each([
    ["ab 12 34 56 c", "AB123456"],
    ["AB123456", "AB123456"],
    ["QQ123456C", null],
    ["TN010180F", null],
    ["GB123456A", null],
  ])("the National Insurance number %j is %j", (text, number) => expect(normaliseNiNumber(text)).toBe(number));

  it.each([
    ["+44 (0)113 496 0123", "01134960123"],
    ["0044 113 4960123", "01134960123"],
    ["(0113) 496-0123", "01134960123"],
    ["+1 202 555 0143", "+12025550143"],
    ["113 496", null],
    ["ask mother", null],
  ])("the telephone number %j is %j", (text, number) => expect(normaliseTelephone(text)).toBe(number));

  it.each([
    [" Jo.Bloggs@Example.ORG ", "jo.bloggs@example.org"],
    ["jo at example", null],
  ])("the e-mail address %j is %j", (text, address) => expect(normaliseEmail(text)).toBe(address));

  it("addresses have one form of the usual words", () => {
    expect(normaliseAddress("Flat 2, 10 St. Mary's Road")).toBe("FLAT 2 10 ST MARYS RD");
    expect(normaliseAddress("flat 2 10 saint marys rd")).toBe("FLAT 2 10 ST MARYS RD");
  });

  it.each([
    ["Female", "F"],
    ["2", "F"],
    ["m", "M"],
    ["not known", null],
    ["X", null],
  ])("the sex %j is %j", (text, sex) => expect(normaliseSex(text)).toBe(sex));
});

describe("how alike two values are", () => {
  const level = (role: string, a: string, b: string) => {
    const { levelOf, levels } = identifierRoles.find((one) => one.role === role)!;
    return levels[levelOf(a, b)];
  };

  it.each([
    // Jaro–Winkler by Winkler's table: MARTHA and MARHTA 0.961, DWAYNE and DUANE 0.840.
    ["forename", "MARTHA", "MARHTA", "close (0.92)"],
    ["surname", "DWAYNE", "DUANE", "different"],
    // By hand: A, B and B in common, (3/5 + 3/6 + 1)/3 = 0.7, prefix 3: 0.79.
    ["surname", "ABBEY", "ABBOTT", "different"],
    // By hand: S, H, E, L and Y in common, (5/7 + 5/6 + 1)/3 = 0.849, prefix 4: 0.910.
    ["surname", "SHELLEY", "SHELBY", "similar (0.85)"],
    ["birth_date", "1984-03-04", "1984-04-03", "day and month swapped"],
    ["birth_date", "1984-03-14", "1985-03-14", "one part different"],
    ["birth_date", "1984-03-14", "1985-04-14", "different"],
    ["postcode", "LS14AP", "LS12AB", "the same district"],
    ["postcode", "LS14AP", "LS114AP", "different"],
    ["pnc_number", "98/0012345J", "98/0012346K", "different"],
  ])("%s %s and %s: %s", (role, a, b, expected) => {
    expect(level(role, a, b)).toBe(expected);
    expect(level(role, b, a)).toBe(expected);
  });
});
