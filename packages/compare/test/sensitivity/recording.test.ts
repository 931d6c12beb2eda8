import { type RecordingBiasInput, recordingBias, riskBehindRecords, sensitivityWithoutEffect } from "@likewise/compare";
import { describe, expect, it } from "vitest";
import { expectClose } from "../support/oracle.ts";

describe("the risk behind a recorded risk", () => {
  it("gives the recorded risk back", () => {
    // 0.3 · 0.7 + 0.7 · 0.05 = 0.245
    expectClose(riskBehindRecords(0.245, { sensitivity: 0.7, specificity: 0.95 }), 0.3, 1e-12);
  });

  it("is none where more false records than records are declared, or more events than people", () => {
    expect(riskBehindRecords(0.02, { sensitivity: 0.7, specificity: 0.95 })).toBeNull();
    expect(riskBehindRecords(0.6, { sensitivity: 0.5 })).toBeNull();
  });

  it("cannot be had from records no better than chance", () => {
    expect(() => riskBehindRecords(0.5, { sensitivity: 0.5, specificity: 0.5 })).toThrow("sum above 1");
  });
});

describe("the sensitivity at which the effect vanishes", () => {
  it("makes both risks one", () => {
    const recorded = { treated: 0.26, comparison: 0.245 };
    const other = { sensitivity: 0.7, specificity: 0.95 };
    const sensitivity = sensitivityWithoutEffect(recorded, other, 0.95)!;
    expectClose(
      riskBehindRecords(recorded.treated, { sensitivity, specificity: 0.95 }),
      riskBehindRecords(recorded.comparison, other)!,
      1e-12,
    );
  });

  it("is none where more than all events would have to be recorded", () => {
    expect(sensitivityWithoutEffect({ treated: 0.3, comparison: 0.2 }, { sensitivity: 0.9 })).toBeNull();
    expect(sensitivityWithoutEffect({ treated: 0.3, comparison: 0 }, { sensitivity: 0.9 })).toBeNull();
  });
});

describe("bias analysis of recording", () => {
  it("without error of recording is the effect with the interval of chance", () => {
    const found = recordingBias(input([1, 1], [1, 1]));
    expectClose(found.estimate, 0.1, 1e-12);
    expectClose(found.systematicInterval![0], 0.1, 1e-12);
    // Standard error √(2 · 0.0004); 10,000 draws place a 2.5 % quantile to about 2 %.
    expectClose(found.interval![0], 0.1 - 1.96 * Math.sqrt(0.0008), 0.05);
    expectClose(found.interval![1], 0.1 + 1.96 * Math.sqrt(0.0008), 0.03);
    expect(found.impossible).toBe(0);
  });

  it("leaves a ratio as it is where both arms miss alike, however much", () => {
    const found = recordingBias(input([0.4, 0.4], [0.4, 0.4], "riskRatio"));
    expectClose(found.estimate, 1.5, 1e-12);
    const rate = recordingBias(input([0.2, 0.2], [0.2, 0.2], "rateRatio"));
    expectClose(rate.estimate, 1.5, 1e-12);
    expectClose(recordingBias(input([0.2, 0.2], [0.2, 0.2], "rateDifference")).estimate, 0.5, 1e-12);
  });

  it("of reporting raised among the treated finds less of a rise: 0.3/0.6 against 0.2/0.4 is none", () => {
    const found = recordingBias(input([0.5, 0.7], [0.3, 0.5]));
    const centre = found.grid.find((point) => point.treated === 0.6 && point.comparison === 0.4);
    expectClose(centre!.estimate! + 1, 1, 1e-12);
    // 0.3 / 0.7 − 0.2 / 0.3 and 0.3 / 0.5 − 0.2 / 0.5: the ends of the grid.
    const estimates = found.grid.map(({ estimate }) => estimate!);
    expectClose(Math.min(...estimates), 0.3 / 0.7 - 0.2 / 0.3, 1e-12);
    expectClose(Math.max(...estimates), 0.3 / 0.5 - 0.2 / 0.5, 1e-12);
    expect(found.systematicInterval![0]).toBeGreaterThan(Math.min(...estimates));
    expect(found.interval![0]).toBeLessThan(found.systematicInterval![0]);
  });

  it("says which share of the recordings is impossible, and gives nothing where all are", () => {
    // Sensitivity of 0.2 to 0.4 behind 0.3 recorded: possible from 0.3 on, half of the range.
    expectClose(recordingBias(input([0.2, 0.4], [1, 1])).impossible, 0.5, 0.03);
    const none = recordingBias(input([0.1, 0.2], [1, 1]));
    expect([none.estimate, none.interval, none.impossible]).toEqual([null, null, 1]);
  });

  it("is narrower where both arms miss much the same", () => {
    const width = (correlation: number) => {
      const [lower, upper] = recordingBias({ ...input([0.4, 0.8], [0.4, 0.8]), correlation }).systematicInterval!;
      return upper - lower;
    };
    expect(width(0.9)).toBeLessThan(0.6 * width(0));
  });

  it("is the same for the same seed", () => {
    expect(recordingBias(input([0.4, 0.8], [0.5, 0.6]))).toEqual(recordingBias(input([0.4, 0.8], [0.5, 0.6])));
  });

  it("refuses ranges the wrong way round, and false records of a rate", () => {
    expect(() => recordingBias(input([0.8, 0.4], [1, 1]))).toThrow("ranges above 0 up to 1");
    const false_ = input([0.4, 0.8], [1, 1], "rateRatio");
    const treated = { ...false_.treated, recording: { ...false_.treated.recording, specificity: [0.9, 1] as const } };
    expect(() => recordingBias({ ...false_, treated })).toThrow("specificity must be 1");
    expect(() => recordingBias({ ...input([1, 1], [1, 1]), correlation: 1 })).toThrow("correlation");
  });
});

function input(
  treated: readonly [number, number],
  comparison: readonly [number, number],
  measure: RecordingBiasInput["measure"] = "riskDifference",
): RecordingBiasInput {
  const arm = (value: number, sensitivity: readonly [number, number]) => ({
    value,
    variance: 0.0004,
    recording: { sensitivity },
  });
  return { treated: arm(0.3, treated), comparison: arm(0.2, comparison), measure, seed: 1 };
}
