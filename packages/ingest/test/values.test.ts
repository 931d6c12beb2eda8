import {
  dateFormats,
  decodeWindows1252,
  readBoolean,
  readDate,
  readMoney,
  readNumber,
  readPercent,
} from "@likewise/ingest";
import { parseIsoDate } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const format = (name: string) => dateFormats.find((candidate) => candidate.format === name)!;

describe("dates", () => {
  it("of one day read alike in every format declared, single digits and a time of day included", () => {
    const day = parseIsoDate("2023-03-04");
    expect(readDate("2023-03-04", format("yyyy-mm-dd"))).toBe(day);
    expect(readDate("04/03/2023", format("dd/mm/yyyy"))).toBe(day);
    expect(readDate("4/3/2023 23:59", format("dd/mm/yyyy"))).toBe(day);
    expect(readDate("03/04/2023", format("mm/dd/yyyy"))).toBe(day);
    expect(readDate("04-Mar-2023", format("dd-mon-yyyy"))).toBe(day);
    expect(readDate("04 MAR 2023", format("dd-mon-yyyy"))).toBe(day);
    expect(readDate("4.3.2023", format("dd.mm.yyyy"))).toBe(day);
    expect(readDate("2023-03-04T00:00:00.000", format("yyyy-mm-dd"))).toBe(day);
  });

  it("that do not exist are told from text that is written otherwise", () => {
    expect(readDate("31/02/2023", format("dd/mm/yyyy"))).toBe("date_impossible");
    expect(readDate("29/02/2023", format("dd/mm/yyyy"))).toBe("date_impossible");
    expect(readDate("29/02/2024", format("dd/mm/yyyy"))).toBe(parseIsoDate("2024-02-29"));
    expect(readDate("00/01/2023", format("dd/mm/yyyy"))).toBe("date_impossible");
    expect(readDate("03/14/2023", format("dd/mm/yyyy"))).toBe("date_impossible");
    for (const text of [
      "14/03/23",
      "14-03-2023",
      "2023-03-14",
      "March 2023",
      "45000",
      "14/03/2023 10:00+01:00",
      "14/03/2023x",
    ]) {
      expect(readDate(text, format("dd/mm/yyyy"))).toBe("date_format");
    }
    expect(readDate("04-Mrz-2023", format("dd-mon-yyyy"))).toBe("date_format");
  });

  it("that stand for no date at all are out of range", () => {
    expect(readDate("1900-01-01", format("yyyy-mm-dd"))).toBe("date_out_of_range");
    expect(readDate("1899-12-30", format("yyyy-mm-dd"))).toBe("date_out_of_range");
    expect(readDate("0202-01-01", format("yyyy-mm-dd"))).toBe("date_out_of_range");
    expect(readDate("9999-12-31", format("yyyy-mm-dd"))).toBe("date_out_of_range");
    expect(readDate("1900-01-02", format("yyyy-mm-dd"))).toBe(parseIsoDate("1900-01-02"));
  });
});

describe("numbers", () => {
  it("are read with signs, thousands commas and exponents, and nothing else is guessed at", () => {
    const read = {
      "12": 12,
      "-1,234.50": -1234.5,
      "+3": 3,
      "−7": -7,
      ".5": 0.5,
      "93705.": 93705,
      "1e+05": 100000,
      "007": 7,
      "1,234,567": 1234567,
    };
    for (const [text, value] of Object.entries(read)) expect(readNumber(text)).toBe(value);
    for (const text of [
      "",
      "-",
      "1,23",
      "12,34,567",
      "0,125",
      "-0,750",
      "012,500",
      "12 000",
      "1.2.3",
      "0x1A",
      "Infinity",
      "NaN",
      "1e",
      "e5",
      "1e999",
      "12%",
      "£3",
      "two",
    ]) {
      expect([text, readNumber(text)]).toEqual([text, null]);
    }
  });

  it("of money are pounds, negative by a sign or by brackets", () => {
    const read = {
      "£68,486.66": 68486.66,
      "-2,610.12": -2610.12,
      "£-5": -5,
      "-£5.00": -5,
      "(1,234.50)": -1234.5,
      "(£3)": -3,
      "£ 12": 12,
      "GBP 7": 7,
      "0": 0,
    };
    for (const [text, value] of Object.entries(read)) expect(readMoney(text)).toBe(value);
    for (const text of ["", "£", "€5", "$5", "1.2k", "(-5)", "--5", "-£-5", "1,23", "£1e3", "(5"]) {
      expect([text, readMoney(text)]).toEqual([text, null]);
    }
  });

  it("of percent are proportions, the nearest number to the decimal written", () => {
    expect(readPercent("22.69%")).toBe(0.2269);
    expect(readPercent("22.69 %")).toBe(0.2269);
    expect(readPercent("-7")).toBe(-0.07);
    expect(readPercent("1,000%")).toBe(10);
    for (const text of ["%", "a%", "5%%", "1e2%"]) expect(readPercent(text)).toBeNull();
  });
});

it("yes and no are read in any case, other codes are not", () => {
  expect(["Yes", "TRUE", "y", "1", "t"].map(readBoolean)).toEqual([1, 1, 1, 1, 1]);
  expect(["No", "false", "N", "0", "F"].map(readBoolean)).toEqual([0, 0, 0, 0, 0]);
  expect(["", "2", "unknown", "ja", "-1"].map(readBoolean)).toEqual([null, null, null, null, null]);
});

it("Windows-1252 differs from Latin-1 where it should", () => {
  const bytes = Buffer.from([0xa3, 0x80, 0x93, 0x96, 0x97, 0x99, 0xe9, 0x41, 0x81, 0x9f]);
  expect(decodeWindows1252(bytes)).toBe("£€“–—™éA�Ÿ");
});
