// One run of the Method of Equal Shares: org.linli.polls.counting.EqualShares and Funds.

import { places } from './election.js'
import { compare, compareRatios, lcm, reduced } from './numbers.js'
import { Room } from './room.js'

/**
 * @param {{over: bigint, under: bigint}} endowment what each voter may spend, in the smallest unit of money
 * @returns {number[]} in order of choice
 */
export function shares (election, backers, endowment) {
  const { costs, before, stands } = election
  const purses = new Purses(election, backers, endowment)
  const room = new Room(election, null)
  const wanted = places(election).filter(it => stands[it] && backers.backings[it].length)
  wanted.filter(it => !costs[it]).sort(before).filter(it => room.fits(it)).forEach(it => room.take(it))
  let open = wanted.filter(it => costs[it]).map(project => ({ project, price: purses.cheapest(project) }))
  for (;;) {
    open = open.filter(it => room.fits(it.project)).sort((one, other) => compareRatios(one.price, other.price))
    const { price, equal, beyond } = best(open, purses)
    if (!price) return room.taken
    const chosen = equal.sort(before)[0]
    room.take(chosen)
    purses.pay(chosen, price)
    open = open.filter(it => !beyond.has(it) && it.project !== chosen)
  }
}

/** Looks at the promising first and no further than the price that was found: prices only rise. */
function best (open, purses) {
  let price = null
  let equal = []
  const beyond = new Set()
  for (const it of open) {
    if (price && compareRatios(price, it.price) < 0) break
    const found = purses.price(it.project)
    if (!found) {
      beyond.add(it)
      continue
    }
    it.price = found
    const against = price ? compareRatios(found, price) : -1
    if (against < 0) [price, equal] = [found, []]
    if (against <= 0) equal.push(it.project)
  }
  return { price, equal, beyond }
}

/** Money of each group of equal ballots, as whole numbers over one denominator. */
class Purses {
  constructor ({ groups, costs }, { backings }, { over, under }) {
    Object.assign(this, { groups, costs, backings, denominator: under, money: groups.map(() => over) })
  }

  /** Of a unit of worth, if everybody could pay a part. */
  cheapest (project) {
    const under = this.backings[project].reduce((sum, { worth, groups }) =>
      groups.reduce((all, g) => all + worth * BigInt(this.groups[g].size), sum), 0n)
    return { over: this.costs[project], under }
  }

  /** Whoever cannot pay a part pays all that is left; `null` where all their money together is not enough. */
  price (project) {
    const payers = this.payers(project)
    let missing = this.costs[project] * this.denominator
    let worths = payers.reduce((sum, it) => sum + it.worth * it.size, 0n)
    for (const { has, worth, size } of payers) {
      if (has * worths >= missing * worth) return { over: missing, under: worths * this.denominator }
      missing -= has * size
      worths -= worth * size
    }
    return null
  }

  /** Those of equal purse and worth together, who has least for a unit of worth first. */
  payers (project) {
    return this.backings[project].flatMap(({ worth, groups }) => {
      const equal = new Map()
      for (const g of groups) equal.set(this.money[g], (equal.get(this.money[g]) ?? 0) + this.groups[g].size)
      return [...equal].map(([has, size]) => ({ has, worth, size: BigInt(size) }))
    }).sort((one, other) => compare(one.has * other.worth, other.has * one.worth))
  }

  pay (project, price) {
    const exact = reduced(price)
    this.growTo(lcm(this.denominator, exact.under))
    const unit = exact.over * (this.denominator / exact.under)
    for (const { worth, groups } of this.backings[project]) {
      for (const g of groups) this.money[g] = this.money[g] > unit * worth ? this.money[g] - unit * worth : 0n
    }
  }

  growTo (denominator) {
    const factor = denominator / this.denominator
    if (factor !== 1n) this.money = this.money.map(it => it * factor)
    this.denominator = denominator
  }
}
