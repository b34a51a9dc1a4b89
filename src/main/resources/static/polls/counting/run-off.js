// Whoever is first on fewest ballots falls out until somebody has more than half of all:
// org.linli.polls.counting.InstantRunoff.

import { classesBy } from './ballots.js'
import { lcm } from './numbers.js'

/** The winner, the others by their votes at the end, then those who fell out, the last of them first. */
export function runOff ({ those, ballots }) {
  const whole = divisible(ballots)
  const half = whole * BigInt(ballots.reduce((sum, it) => sum + it.size, 0))
  const fallen = []
  for (let left = those; left.length;) {
    const votes = votesOf(left, ballots, whole)
    const order = classesBy(left, it => votes.get(it))
    if (order.length === 1 || 2n * votes.get(order[0][0]) > half) return [...order, ...fallen]
    const weakest = order.at(-1)
    fallen.unshift(weakest)
    left = left.filter(it => !weakest.includes(it))
  }
  return []
}

/** So many parts that a ballot can be divided among any of its equal firsts. */
function divisible (ballots) {
  const most = Math.max(1, ...ballots.flatMap(it => it.classes).map(it => it.length))
  let whole = 1n
  for (let i = 2n; i <= most; i++) whole = lcm(whole, i)
  return whole
}

function votesOf (left, ballots, whole) {
  const votes = new Map(left.map(it => [it, 0n]))
  for (const { classes, size } of ballots) {
    const first = classes.map(equal => equal.filter(it => votes.has(it))).find(it => it.length) ?? []
    first.forEach(it => votes.set(it, votes.get(it) + whole / BigInt(first.length) * BigInt(size)))
  }
  return votes
}
