// Of n, the best of a ballot gets n points, the last 1; equal ones share the mean of their places.

import { classesBy } from './ballots.js'

/** Those who are not on a ballot are its last, all equal. */
export function borda ({ those, ballots }) {
  const doubled = new Map(those.map(it => [it, 0n]))
  for (const { classes, size } of ballots) {
    let above = 0
    for (const equal of withOthers(classes, those)) {
      const each = BigInt((2 * (those.length - above) - equal.length + 1) * size)
      equal.forEach(it => doubled.set(it, doubled.get(it) + each))
      above += equal.length
    }
  }
  return classesBy(those, it => doubled.get(it))
}

function withOthers (classes, those) {
  const named = new Set(classes.flat())
  const others = those.filter(it => !named.has(it))
  return others.length ? [...classes, others] : classes
}
