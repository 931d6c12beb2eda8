/** Throws unless the value is a positive, finite number. `what` names the parameter and its unit. */
export function checkPositive(functionName: string, what: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${functionName}: ${what} must be > 0 and finite, got ${value}`);
  }
}

/** Throws when the point at which a distribution is evaluated is not a number. */
export function checkNumber(functionName: string, what: string, value: number): void {
  if (!(typeof value === "number" && !Number.isNaN(value))) {
    throw new RangeError(`${functionName}: ${what} must be a number, got ${value}`);
  }
}

/** Throws unless the value is a whole number of at least `least`. */
export function checkWhole(functionName: string, what: string, value: number, least = 0): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new RangeError(`${functionName}: ${what} must be a whole number >= ${least}, got ${value}`);
  }
}

/** Throws unless the value is a probability. */
export function checkProbability(functionName: string, what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`${functionName}: ${what} must be a probability (0 to 1), got ${value}`);
  }
}

/** Throws unless the value is a finite number. */
export function checkFinite(functionName: string, what: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${functionName}: ${what} must be finite, got ${value}`);
}
