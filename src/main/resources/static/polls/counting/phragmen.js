// Purses fill at one speed; a project is bought when its supporters can pay: org.linli.polls.counting.Phragmen.

import { places } from './election.js'
import { compareRatios, lcm, reduced } from './numbers.js'
import { Room } from './room.js'

export function phragmen (election) {
  const { groups, costs, votes, before } = election
  const supporters = places(election).map(project => groups.flatMap((it, g) => it.named.includes(project) ? [g] : []))
  let loads = groups.map(() => 0n)
  let denominator = 1n
  const room = new Room(election)
  let left = places(election).filter(it => room.fits(it) && votes[it] > 0)
  while (left.length) {
    const paid = project => supporters[project].reduce((sum, g) => sum + loads[g] * BigInt(groups[g].size), 0n)
    const moments = left.map(project => ({
      project,
      over: costs[project] * denominator + paid(project),
      under: denominator * BigInt(votes[project])
    })).sort((one, other) => compareRatios(one, other) || before(one.project, other.project))
    const equal = moments.filter(it => compareRatios(it, moments[0]) === 0)
    if (!equal.every(it => room.fits(it.project))) break
    const { project } = equal[0]
    room.take(project)
    const { over, under } = reduced(equal[0])
    const common = lcm(denominator, under)
    loads = loads.map(it => it * (common / denominator))
    denominator = common
    for (const g of supporters[project]) loads[g] = over * (common / under)
    left = left.filter(it => it !== project)
  }
  return room.taken
}
