// Arquero tables, for scripts and notebooks

export { balanceTable, estimatesTable } from "./arquero/result-tables.ts";
export { fromArquero, toArquero } from "./arquero/to-arquero.ts";
