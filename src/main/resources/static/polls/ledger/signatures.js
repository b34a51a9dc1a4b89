// Signatures: c2sp.org/signed-note

import { base64, encode, fromBase64, hex, same, sha256 } from './bytes.js'
import { Refused } from './refused.js'

export async function checker (written) {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(written)
  if (!parts) throw new Refused(1, 'key')
  const typed = fromBase64(parts[3])
  const id = (await sha256(encode(parts[1] + '\n'), typed)).subarray(0, 4)
  if (hex(id) !== parts[2]) throw new Refused(1, 'key')
  const key = await crypto.subtle.importKey('raw', typed.subarray(1), 'Ed25519', false, ['verify']).catch(() => null)
  return {
    able: key !== null,
    async isBy (signature, text) {
      let bytes
      try {
        bytes = fromBase64(signature)
      } catch {
        return false
      }
      if (base64(bytes) !== signature || !same(bytes.subarray(0, 4), id)) return false
      return key === null || crypto.subtle.verify('Ed25519', key, bytes.subarray(4), encode(text))
    }
  }
}
