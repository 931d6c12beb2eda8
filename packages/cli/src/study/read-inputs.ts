import { type Ingested, ingestStudy } from "@likewise/ingest";
import type { Columns, EvidenceMap, Provenance, TheoryOfChange } from "@likewise/schema";
import { version } from "../version.ts";
import { brandingOf } from "./branding-of.ts";
import { withoutUnlinkedTables } from "./describe-study.ts";
import { readWeights, type StudyWeights } from "./harm-weights.ts";
import { numberedTables } from "./issues-received.ts";
import { type LinkageOfRun, linkageOfRun } from "./linkage-of-run.ts";
import { type LoadedDefinitions, loadDefinitions } from "./load-definitions.ts";
import { loadEvidenceMap } from "./load-evidence-map.ts";
import { loadTheory } from "./load-theory.ts";
import type { PlanInPlace } from "./plan-in-place.ts";

/** Every file a plan names, read, and what identifies it. */
export interface StudyInputs {
  readonly ingested: Ingested;
  /** Canonical tables, each row with its number. */
  readonly tables: Readonly<Record<string, Columns>>;
  /** Those of them of which enough rows were linked to people. */
  readonly linkedTables: Readonly<Record<string, Columns>>;
  readonly linkage: LinkageOfRun;
  readonly harmWeights: StudyWeights;
  readonly definitions: LoadedDefinitions["definitions"];
  readonly branding: Awaited<ReturnType<typeof brandingOf>>;
  readonly theory: TheoryOfChange | null;
  readonly evidenceMap: EvidenceMap | null;
  readonly provenance: Provenance;
}

/**
 * Reads what a run rests on: the extracts, and the files beside the plan.
 *
 * @throws Failure `usage` for a file that is not there or not what the plan says it is; `data` for one nobody could read
 */
export async function readInputs({ plan, folder, out, threads, sha256 }: PlanInPlace): Promise<StudyInputs> {
  const branding = await brandingOf(plan, folder);
  const theory = await loadTheory(plan, folder);
  const evidenceMap = await loadEvidenceMap(plan, folder);
  const own = await loadDefinitions(plan, folder);
  const ingested = await ingestStudy({ plan, folder, out, threads });
  const harmWeights = await readWeights(plan, folder);
  const linkage = linkageOfRun(plan, ingested.linkages);
  const tables = numberedTables(ingested);
  const named = [theory, evidenceMap].flatMap((file) => (file === null ? [] : [file.input]));
  return {
    ingested,
    tables,
    linkedTables: withoutUnlinkedTables(tables, linkage),
    linkage,
    harmWeights,
    definitions: own.definitions,
    branding,
    theory: theory?.theory ?? null,
    evidenceMap: evidenceMap?.map ?? null,
    provenance: {
      inputs: [...ingested.inputs, ...harmWeights.inputs, ...named, ...own.inputs],
      seed: plan.seed ?? null,
      version,
      options: sha256,
    },
  };
}
