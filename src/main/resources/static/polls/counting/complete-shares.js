// Equal Shares with everything that a round may declare about it: org.linli.polls.counting.CompleteShares.

import { places } from './election.js'
import { greedy } from './greedy.js'
import { Room } from './room.js'
import { shares } from './shares.js'
import { backersOf } from './worth.js'

export function completeShares (election, backers, declared) {
  const completion = declared.get('completion')
  const start = fairShare(election, declared.get('start') === 'floor')
  let winners = completion.startsWith('add1')
    ? raised(election, backers, start, declared)
    : shares(election, backers, start)
  if (['utilitarian', 'add1u'].includes(completion)) {
    winners = greedy(election, backers, { room: Room.after(election, winners) })
  }
  return declared.get('comparison') === 'true' ? preferred(election, winners) : winners
}

function fairShare ({ budget, voters, unit }, floor) {
  if (voters === 0n) return { over: 0n, under: 1n }
  return floor ? { over: budget / voters / unit * unit, under: 1n } : { over: budget, under: voters }
}

function raised (election, backers, start, declared) {
  const step = election.unit * BigInt(declared.get('increment'))
  const exhaustive = declared.get('exhaustive') === 'true'
  let endowment = start
  let last = shares(election, backers, start)
  while (!isLast(election, backers, last, exhaustive)) {
    endowment = { over: endowment.over + step * endowment.under, under: endowment.under }
    const next = shares(election, backers, endowment)
    if (cost(election, next) > election.budget) return last
    last = next
  }
  return last
}

const cost = (election, winners) => winners.reduce((sum, it) => sum + election.costs[it], 0n)

/** Nobody can want more than everything; `exhaustive` ends it as soon as nothing more fits. */
function isLast (election, backers, winners, exhaustive) {
  const all = Room.after(election, winners, null)
  const room = Room.after(election, winners)
  return !places(election).some(it => all.fits(it) && backers.backings[it].length) ||
    (exhaustive && !places(election).some(it => room.fits(it)))
}

/** Greedy by votes wins where strictly more voters have more of their own projects among its winners. */
function preferred (election, byShares) {
  const byVotes = greedy(election, backersOf(election, 'cost'))
  const mine = (ballot, winners) => winners.filter(it => ballot.named.includes(it)).length
  let more = 0
  for (const it of election.groups) more += it.size * Math.sign(mine(it, byVotes) - mine(it, byShares))
  return more > 0 ? byVotes : byShares
}
