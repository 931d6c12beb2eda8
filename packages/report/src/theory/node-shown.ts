import {
  type Claim,
  type Estimate,
  type Figure,
  type FunnelStep,
  isWithheld,
  type Results,
  resultAt,
  type SafetyItem,
  type Theory,
} from "@likewise/schema";
import { published } from "../figures.ts";
import { formatCount, formatPercent } from "../wording/formats.ts";
import { verdictNames } from "../wording/labels.ts";

type Node = Theory["nodes"][number];

/** What shows a node of a theory of change now. */
export interface NodeShown {
  /** The value with what it is of, or why there is none. */
  readonly value: string;
  /** The verdict on it; null where nothing claims one. */
  readonly verdict: string | null;
  /** Against what was expected; null where nothing was, or no value is known. */
  readonly against: string | null;
}

/**
 * What shows a node, from disclosed results: of an outcome the people of the programme, and the verdict of its claim.
 *
 * @throws RangeError when the node's key leads nowhere in these results
 */
export function nodeShown(node: Node, results: Results): NodeShown {
  const verdict = node.verdict === null ? null : (resultAt(results, node.verdict) as Claim).verdict;
  const share = node.result === null ? null : shareAt(node.result, results);
  return {
    value: share === null ? absent(node) : shareText(share),
    verdict: verdict === null ? null : verdictNames[verdict].toLowerCase(),
    against: againstExpected(published(share?.value), node.expected),
  };
}

function absent({ indicator }: Node): string {
  return indicator === null ? "no indicator" : "not in this study";
}

interface Share {
  readonly numerator: Figure | null;
  readonly denominator: Figure | null;
  readonly value: Figure | null;
}

/** The part of the results a key begins with says what kind of result it leads to. */
function shareAt(key: string, results: Results): Share {
  const found = resultAt(results, key);
  if (key.startsWith("safety/")) return found as SafetyItem;
  if (key.startsWith("funnel/")) {
    const { count, denominators, shareOfReferrals } = found as FunnelStep;
    return { numerator: count, denominator: denominators.referrals, value: shareOfReferrals };
  }
  const { treated } = found as Estimate;
  return { numerator: treated.events, denominator: treated.n, value: treated.value };
}

function shareText(share: Share): string {
  const { numerator, denominator, value } = share;
  if ([numerator, denominator, value].some(isWithheld)) return "withheld";
  const [part, whole, of] = [numerator, denominator, value].map(published);
  if (part == null) return "not measured";
  if (whole == null || of == null) return formatCount(part);
  return `${formatCount(part)} of ${formatCount(whole)} (${formatPercent(of)})`;
}

function againstExpected(value: number | null, expected: Node["expected"]): string | null {
  if (value === null || expected === null) return null;
  if (value < expected.least) return "less than was expected";
  return value > expected.most ? "more than was expected" : "as was expected";
}
