import { Failure, type Issue } from "@likewise/schema";
import { rejectedText } from "../terminal/rejected-text.ts";

/**
 * What a later stage makes of the rows that were read; where it fails, the rows that were rejected are told with it, as
 * it then often fails for want of them.
 *
 * @param issues of reading the files
 * @throws Failure as the work does, its message with the account of rejected rows
 */
export async function withRejectedRows<Result>(
  issues: readonly Issue[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const rejected = rejectedText(issues);
    if (!(error instanceof Failure) || rejected === "") throw error;
    throw new Failure(error.kind, `${error.message}\n${rejected}`);
  }
}
