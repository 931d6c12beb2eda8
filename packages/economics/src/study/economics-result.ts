import type { EconomicsResult } from "@likewise/schema";
import type { Appraisal } from "../results/appraise.ts";
import type { StudyEconomics } from "./study-economics.ts";

/** Costs and benefits as results hold them: numbers named in words, refusals by their ids. */
export function economicsResult(found: StudyEconomics): EconomicsResult {
  const { appraisal, names, label, refusals, funding, confidence, perPerson, wouldTake, ...rest } = found;
  return structuredClone({
    ...rest,
    appraisal: appraisal === null ? null : shown(appraisal, names, label),
    notPublished: null,
    refusals: refusals.map(({ id }) => id),
    ...(wouldTake == null ? {} : { wouldTake }),
    ...(perPerson == null ? {} : { perPerson }),
    ...(funding === null ? {} : { funding }),
    ...(confidence === null ? {} : { confidence }),
  }) as EconomicsResult;
}

function shown(appraisal: Appraisal, names: StudyEconomics["names"], label: string | null) {
  const { kind: _kind, version: _version, acceptability, tornado, parameterInformation, ...rest } = appraisal;
  const named = <Named extends { readonly name: string }>(one: Named) => ({
    ...one,
    label: names[one.name] ?? one.name,
  });
  return {
    ...rest,
    acceptability: acceptability.map(({ worth, mostLikely, frontier, best, needed }) => ({
      worth,
      with: mostLikely[1]!,
      frontier,
      best,
      needed,
    })),
    tornado: tornado.map(named),
    parameterInformation: parameterInformation.map(named),
    label,
  };
}
