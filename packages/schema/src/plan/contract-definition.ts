import type { ContractTarget } from "../generated/types.ts";
import { type ContractIndicator, contractIndicators } from "./contract-indicators.ts";

/**
 * The definition id of tables about one target of a contract: by it pages find them among all tables.
 *
 * @example
 * contractDefinition({ indicator: "starts", id: "year-1" }); // "performance-starts-year-1"
 */
export function contractDefinition({ indicator, id }: Pick<ContractTarget, "indicator" | "id">): string {
  return `performance-${indicator}-${id}`;
}

/**
 * The indicator whose target a definition is of; null where it is of no contract.
 *
 * @example
 * indicatorOfDefinition("performance-wait-median-first").unit; // "days"
 */
export function indicatorOfDefinition(definition: string): ContractIndicator | null {
  return (
    contractIndicators.find(({ id }) => definition.startsWith(contractDefinition({ indicator: id, id: "" }))) ?? null
  );
}
