import type { JointCovariance } from "@likewise/schema";
import { averaged } from "./averaged.ts";

/**
 * Joint covariances of arm values in imputed data sets as one, by Rubin's rules for several numbers at once: the mean of the
 * matrices and 1 + 1/m times the covariance of the values between data sets. Links whose values are not the same ones in every
 * data set are left out.
 *
 * @param each the artefacts of each data set
 * @source Rubin (1987), Multiple Imputation for Nonresponse in Surveys, section 3.1
 */
export function pooledCovariance(each: readonly (readonly JointCovariance[])[]): JointCovariance[] {
  return (each[0] ?? []).flatMap((first) => {
    const same = each.flatMap((artefacts) => artefacts.filter(({ link }) => link === first.link));
    const isSame = same.every(({ keys }) => JSON.stringify(keys) === JSON.stringify(first.keys));
    return same.length === each.length && isSame ? [pooled(first, same)] : [];
  });
}

function pooled(first: JointCovariance, same: readonly JointCovariance[]): JointCovariance {
  const m = same.length;
  const estimates = averaged(same.map((one) => one.estimates));
  const within = averaged(same.map(({ covariance }) => covariance));
  const k = estimates.length;
  const covariance = within.map((value, at) => {
    const [a, b] = [Math.floor(at / k), at % k];
    const products = same.reduce(
      (sum, one) => sum + (one.estimates[a]! - estimates[a]!) * (one.estimates[b]! - estimates[b]!),
      0,
    );
    return value + ((1 + 1 / m) * products) / (m - 1);
  });
  return { ...first, estimates, covariance };
}
