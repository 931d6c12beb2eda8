import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hasCode, sha256File, sha256Text } from "@likewise/engine";
import { canonicalJson, Failure, naturalOrder, planDepartures, type Results, type StudyPlan } from "@likewise/schema";
import { jsonText } from "./json-text.ts";

/** A plan on the day it was frozen. Each names the hash of the one before it, so that none can be taken out or changed unseen. */
export interface FrozenPlan {
  readonly kind: "likewise/frozen-plan";
  readonly version: 1;
  readonly frozenOn: string;
  /** Why the plan was frozen anew; null for the first. */
  readonly why: string | null;
  /** Hash of the plan frozen before; null for the first. */
  readonly previous: string | null;
  /** Files of the plan that were there already, with their hashes: whoever froze may have looked at them. */
  readonly dataThere: readonly { readonly file: string; readonly sha256: string }[];
  readonly plan: StudyPlan;
  /** Of all the above. */
  readonly sha256: string;
}

const directory = "frozen";

/**
 * Every plan frozen for a study, first to last.
 *
 * @throws Failure usage: a file that was changed after it was frozen, or is not a frozen plan, or one before it is gone
 */
export async function readFrozenPlans(folder: string): Promise<FrozenPlan[]> {
  const names = await readdir(join(folder, directory)).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(".json")).sort(naturalOrder);
  const plans: FrozenPlan[] = [];
  for (const file of files) {
    const path = `${directory}/${file}`;
    const frozen = asFrozenPlan(await readFile(join(folder, path), "utf8"), path);
    const before = plans.at(-1)?.sha256 ?? null;
    if (frozen.previous !== before)
      throw new Failure(
        "usage",
        `${path}: a plan frozen before it is gone or out of order; bring back the whole folder`,
      );
    plans.push(frozen);
  }
  return plans;
}

/**
 * Freezes a plan: writes it, dated and hashed, beside the plans frozen before.
 *
 * @param given.frozenOn the day, ISO
 * @param given.why      why it is frozen anew; needed from the second on
 * @returns the plan frozen, the file below the study folder, and whether it is new: not where nothing changed since the last
 * @throws Failure usage: no reason for an amendment
 */
export async function freezePlan(given: {
  readonly plan: StudyPlan;
  readonly folder: string;
  readonly frozenOn: string;
  readonly why: string | undefined;
}): Promise<{ readonly frozen: FrozenPlan; readonly file: string; readonly isNew: boolean }> {
  const { plan, folder, frozenOn, why } = given;
  const earlier = await readFrozenPlans(folder);
  const last = earlier.at(-1);
  // Asked for again, what holds already is said, and nothing is written.
  if (last !== undefined && planDepartures(last.plan, plan).length === 0)
    return { frozen: last, file: `${directory}/${earlier.length}-${last.frozenOn}.json`, isNew: false };
  if (last !== undefined && !why?.trim())
    throw new Failure("usage", `a plan was frozen on ${last.frozenOn}; to freeze a changed one, say why: --why "…"`);
  const content = {
    kind: "likewise/frozen-plan" as const,
    version: 1 as const,
    frozenOn,
    why: last === undefined ? (why ?? null) : why!.trim(),
    previous: last?.sha256 ?? null,
    dataThere: await dataThere(plan, folder),
    plan,
  };
  const frozen = { ...content, sha256: sha256Text(canonicalJson(content)) };
  await mkdir(join(folder, directory), { recursive: true });
  const file = `${directory}/${earlier.length + 1}-${frozenOn}.json`;
  // "wx": a frozen plan is never written over.
  await writeFile(join(folder, file), jsonText(frozen), { flag: "wx" });
  return { frozen, file, isNew: true };
}

/** What results say of the frozen plan: amendments, and how the plan of this run departs from the first. */
export function frozenOfRun(frozen: readonly FrozenPlan[], plan: StudyPlan): NonNullable<Results["frozen"]> | null {
  const [first, ...later] = frozen;
  if (first === undefined) return null;
  return {
    frozenOn: first.frozenOn,
    sha256: first.sha256,
    dataThere: first.dataThere.length,
    amendments: later.map((one, index) => ({
      frozenOn: one.frozenOn,
      why: one.why ?? "",
      sha256: one.sha256,
      departures: planDepartures(frozen[index]!.plan, one.plan).length,
    })),
    departures: planDepartures(first.plan, plan),
  };
}

function asFrozenPlan(text: string, path: string): FrozenPlan {
  let read: FrozenPlan;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Failure("usage", `${path}: expected a frozen plan, found something that is not JSON`);
  }
  if (read?.kind !== "likewise/frozen-plan") throw new Failure("usage", `${path} is not a frozen plan`);
  const { sha256, ...content } = read;
  if (sha256Text(canonicalJson(content)) !== sha256)
    throw new Failure(
      "usage",
      `${path} was changed after it was frozen on ${read.frozenOn}; bring back the file as it was`,
    );
  return read;
}

async function dataThere(plan: StudyPlan, folder: string): Promise<FrozenPlan["dataThere"]> {
  const files = [...new Set(Object.values(plan.data.tables).flatMap((source) => source.files))].sort(naturalOrder);
  const found = await Promise.all(
    files.map(async (file) => {
      const sha256 = await sha256File(resolve(folder, file)).catch(() => null);
      return sha256 === null ? [] : [{ file, sha256 }];
    }),
  );
  return found.flat();
}
