// A synthetic programme with a known truth

export type { ProgrammeOptions, ProgrammeParameters } from "./model/programme-parameters.ts";
export type { TableName } from "./plan/table-sources.ts";
export { type SimulatedProgramme, simulateProgramme, type TableOptions } from "./simulate-programme.ts";
export type { ProgrammeTables } from "./tables/programme-tables.ts";

// Its extracts as files

export { cleanExtracts, type ExtractFile } from "./extracts/clean-extracts.ts";
export { type MessyExtracts, messyExtracts, type PlantedError } from "./extracts/messy-extracts.ts";

// A population of any size with a police record, for timing and for comparing ways of counting

export { inventedWeights } from "./population/invented-weights.ts";
export {
  type PopulationOptions,
  type SimulatedPopulation,
  simulatePopulation,
} from "./population/simulate-population.ts";

// Studies to begin from, of the shape that published ones have

export { studyTemplates } from "./templates/index.ts";
export type { Figure, PlanNote, StudyTemplate, TemplateCounts } from "./templates/study-template.ts";
export { type TemplateStudy, templateStudy } from "./templates/template-study.ts";
