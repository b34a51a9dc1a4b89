// Single transferable vote by the Scottish Local Government Elections Order 2007:
// org.linli.polls.counting.ScottishStv and SeatsForMoney.

import { places } from './election.js'
import { Uncountable, compare } from './numbers.js'
import { Room } from './room.js'

/** Votes are told in hundred thousandths. */
const ONE = 100_000n

/** Who is elected first is paid first; whom the money does not pay for is taken out, and all is counted anew. */
export function transferable (election) {
  for (let left = election; ;) {
    const elected = seated(left)
    const tooDear = unpaid(left, elected)
    if (tooDear === undefined) return elected
    left = { ...left, stands: left.stands.map((it, i) => it && i !== tooDear) }
  }
}

function unpaid (election, elected) {
  const room = new Room(election)
  return elected.find(it => {
    if (!election.votes[it] || !room.fits(it)) return true
    room.take(it)
    return false
  })
}

function seated (election) {
  const { seats, before } = election
  const continuing = new Set(places(election).filter(it => election.stands[it]))
  const piles = new Piles(election, continuing)
  const quota = (piles.ballots / BigInt(seats + 1) + 1n) * ONE
  const byVotes = (one, other) => compare(piles.votes[other], piles.votes[one]) || before(one, other)
  const elected = []
  const surplus = new Set()
  const stages = []
  for (;;) {
    stages.unshift([...piles.votes])
    for (const it of [...continuing].filter(it => piles.votes[it] >= quota).sort(byVotes)) {
      elected.push(it)
      continuing.delete(it)
      if (piles.votes[it] > quota) surplus.add(it)
    }
    const vacant = seats - elected.length
    if (vacant <= 0 || continuing.size <= vacant) {
      return [...elected, ...[...continuing].sort(byVotes).slice(0, Math.max(0, vacant))].slice(0, seats)
    }
    const picked = pick(surplus.size ? surplus : continuing, stages, surplus.size > 0, before)
    continuing.delete(picked)
    if (surplus.delete(picked)) piles.passOn(picked, continuing, quota)
    else piles.passOn(picked, continuing, 0n)
  }
}

/** Equal ones are told apart by the latest earlier stage at which they were not equal, then by the order of ties. */
function pick (among, stages, most, before) {
  const way = most ? 1 : -1
  return [...among].sort((one, other) => {
    const stage = stages.find(it => it[one] !== it[other])
    return way * (stage ? compare(stage[other], stage[one]) : before(one, other))
  })[0]
}

/** Ballots, each lying with the person for whom it counts now, at the value that it has now. */
class Piles {
  constructor ({ ids, groups }, continuing) {
    this.votes = ids.map(() => 0n)
    this.lying = ids.map(() => [])
    groups.forEach(({ classes, size }) => {
      if (classes.some(it => it.length > 1)) throw new Uncountable('two are equal on a ballot')
      this.lay({ order: classes.flat(), size: BigInt(size), value: ONE }, continuing)
    })
    this.ballots = this.votes.reduce((sum, it) => sum + it, 0n) / ONE
  }

  /** With the next of its order who is still in the count. Without one it counts for nobody any more. */
  lay (parcel, continuing) {
    const person = parcel.order.find(it => continuing.has(it))
    if (person === undefined) return
    this.lying[person].push(parcel)
    this.votes[person] += parcel.size * parcel.value
  }

  /** All but what stays is passed on: each ballot at its value times that part of the votes, rounded down. */
  passOn (person, continuing, stays) {
    const all = this.votes[person]
    const parcels = this.lying[person]
    this.lying[person] = []
    this.votes[person] = stays
    for (const it of parcels) this.lay({ ...it, value: stays ? it.value * (all - stays) / all : it.value }, continuing)
  }
}
