import type { PlanProblem } from "./check-shape.ts";

/**
 * Places where a level of evidence is claimed by hand: by a key, or in words. Nobody types a level in; it is worked out
 * from facts and data.
 *
 * Names of columns are the data's own, so what stands under `data` is not looked at.
 *
 * @param data what study.yaml, a file of facts or the description of a design holds, once parsed
 * @param at   where the data stand in the file: "evidence" for the facts alone
 * @returns one problem for each place, in the order of the data
 * @example
 * claimedLevels({ evidence: { level: 4 } }).length; // 1
 * claimedLevels({ title: "A trial, Maryland level 5" })[0].path; // "title"
 * claimedLevels({ comparisons: [{ level: 0.95 }] }).length; // 0
 */
export function claimedLevels(data: unknown, at = ""): PlanProblem[] {
  return claimsIn(data, at, new Set());
}

/** @param seen what was looked at already: aliases of YAML may repeat a part, or make it hold itself */
function claimsIn(data: unknown, at: string, seen: Set<object>): PlanProblem[] {
  if (typeof data === "string") {
    const claim = claims.map((pattern) => pattern.exec(data)?.[0]).find((found) => found !== undefined);
    return claim === undefined ? [] : [problem(at, `the words "${claim}"`)];
  }
  if (typeof data !== "object" || data === null || seen.has(data)) return [];
  seen.add(data);
  if (Array.isArray(data)) return data.flatMap((item, index) => claimsIn(item, `${at}[${index}]`, seen));
  return Object.entries(data).flatMap(([key, value]) => {
    const path = at === "" ? key : `${at}.${key}`;
    if (path === "data") return [];
    return claimsLevel(key, at) ? [problem(path, `"${key}"`)] : claimsIn(value, path, seen);
  });
}

/** Problems of shape with the claims before them; at a key that names a level, what levels are stands for which keys there are. */
export function withClaims(data: unknown, shape: readonly PlanProblem[], at = ""): PlanProblem[] {
  const claimed = claimedLevels(data, at);
  const places = new Set(claimed.map(({ path }) => path));
  const inside = (path: string) => (at === "" ? path : `${at}.${path}`);
  return [...claimed, ...shape.filter(({ path }) => !places.has(inside(path))).map(unlessClaimed)];
}

function unlessClaimed(found: PlanProblem): PlanProblem {
  const key = found.path.split(/[.[\]]+/).at(-1) ?? "";
  const isUnknownKey = /^expected (?:a key|one of the keys|no further key)/.test(found.message);
  return isUnknownKey && ofEvidence.test(plain(key)) ? problem(found.path, `"${key}"`) : found;
}

function problem(path: string, found: string): PlanProblem {
  return { path, message: `expected no level of evidence, which is computed, not declared; found ${found}` };
}

/** At the top and among facts a level can only be that of the evidence; elsewhere it may be the level of an interval. */
function claimsLevel(key: string, at: string): boolean {
  return anywhere.test(plain(key)) || (/^(evidence)?$/.test(at) && ofEvidence.test(plain(key)));
}

function plain(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z]/g, "");
}

const anywhere =
  /^(maryland\w*|sms(level|score|grade|scale|rating)?|(evidence|design)(level|grade|rating|score)|(level|grade)of(evidence|design))$/;
const ofEvidence = new RegExp(`${anywhere.source}|^(level|grade|rating|score|base|atmost|strength|scale)$`);

const scale = "(?:maryland|sms|scientific methods)\\b";
const level = "\\blevel\\s*(?:of\\s*)?[1-5]\\b";
/** "SMS 4", "Maryland scale: level 3", "level 5 on the Maryland scale"; a place called Maryland is none. */
const claims = [
  new RegExp(`\\b${scale}[^.;]{0,40}${level}`, "i"),
  new RegExp(`${level}[^.;]{0,40}\\b${scale}`, "i"),
  /\b(?:sms|(?:maryland|scientific methods) scale)\s*[:=-]?\s*(?:score|level|grade)?\s*(?:of\s*)?[1-5]\b/i,
];
