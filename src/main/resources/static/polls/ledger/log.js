// The log of ballots, and what was signed of it.

import { base64, encode, hex, sha256 } from './bytes.js'
import { Refused } from './refused.js'

export async function checkHeads (section, tree, poll, check) {
  let earlier = 0
  for (const [i, line] of section.lines.entries()) {
    const [size, root, moment, signature] = line.split(';')
    const entries = Number(size)
    if (!await check.isBy(signature ?? '', `${poll}\n${size}\n${root}\n${moment}\n`)) throw new Refused(section.first + i, 'signature')
    const continues = earlier <= entries && entries <= tree.size && base64(await tree.root(entries)) === root
    if (!continues) throw new Refused(section.first + i, 'head')
    earlier = entries
  }
  if (earlier !== tree.size) throw new Refused(section.first - 1, 'head')
}

export async function checkEntries (log, round) {
  const rules = hex(await sha256(encode(round.lines.slice(0, -1).join('\n'))))
  if (log.lines[0] !== `rules;${rules}`) throw new Refused(log.first, 'rules')
  const cast = new Set()
  const standing = new Map()
  const voided = []
  log.lines.slice(1).forEach((line, i) => {
    const [kind, what] = line.split(';')
    const reason = line.slice(kind.length + 1 + (what ?? '').length + 1)
    const plain = kind === 'voided' ? line !== `voided;${what};` && isReason(reason) : line === `${kind};${what}`
    if (reason) voided.push({ entry: i + 2, reason })
    const fits = plain && /^[0-9a-f]{64}$/.test(what) && (kind === 'cast'
      ? !cast.has(what) && cast.add(what) && standing.set(what, i + 2)
      : (kind === 'replaced' || kind === 'voided') && standing.delete(what))
    if (!fits) throw new Refused(log.first + i + 1, 'entry')
  })
  return { standing, voided }
}

/** Why a ballot was voided stands in one line, without signs that nobody sees. */
const isReason = text => text.length <= 200 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)
