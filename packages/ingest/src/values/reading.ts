import type { IssueCodeName, IssueFacts } from "../issue-codes.ts";

/** What one text of a column stands for: a value, nothing, or a problem. */
export type Reading =
  | {
      readonly value: number | string;
      /** Of a partial date the last day it may be; `value` is the first. */
      readonly latest?: number;
      readonly problem?: undefined;
    }
  | { readonly value: null; readonly latest?: undefined; readonly problem?: undefined }
  | {
      readonly value: null;
      readonly latest?: undefined;
      readonly problem: IssueCodeName;
      readonly facts: IssueFacts;
    };

export const missing: Reading = { value: null };

export function problem(code: IssueCodeName, facts: IssueFacts = {}): Reading {
  return { value: null, problem: code, facts };
}
