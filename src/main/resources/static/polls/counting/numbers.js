// Exact numbers: whole ones of any length, and fractions of them. No floating point.

/** The election cannot be read or counted as it was declared, by this program or any other. */
export class Uncountable extends Error {}

export const compare = (one, other) => one < other ? -1 : one > other ? 1 : 0

/** Of fractions whose `under` is positive. */
export const compareRatios = (one, other) => compare(one.over * other.under, other.over * one.under)

export function gcd (one, other) {
  while (other) [one, other] = [other, one % other]
  return one < 0n ? -one : one
}

export const lcm = (one, other) => one / gcd(one, other) * other

export function reduced ({ over, under }) {
  const common = gcd(over, under)
  return { over: over / common, under: under / common }
}

/**
 * A number as people write it.
 *
 * @returns {{digits: bigint, scale: number}} `digits / 10 ** scale`, without zeros after the point
 */
export function decimal (written) {
  const [, sign, integral, fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(written) ?? []
  if (!integral && !fraction) throw new Uncountable(`'${written}' is no number`)
  const shown = (integral + fraction).replace(/0+$/, '')
  if (!shown) return { digits: 0n, scale: 0 }
  const digits = BigInt(shown)
  return { digits: sign === '-' ? -digits : digits, scale: shown.length - integral.length - Number(exponent) }
}

/** The most decimals that one of them has. */
export const decimalsOf = numbers => Math.max(0, ...numbers.map(it => it.scale))

/** In units of which ten to the power of `decimals` make one; what is smaller than one of them is rounded up. */
export function whole ({ digits, scale }, decimals) {
  if (scale <= decimals) return digits * 10n ** BigInt(decimals - scale)
  const under = 10n ** BigInt(scale - decimals)
  return digits / under + (digits > 0n && digits % under ? 1n : 0n)
}
