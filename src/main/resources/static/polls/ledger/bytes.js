// Text, bytes and prints of what stands in a ledger.

const utf8 = new TextEncoder()
export const encode = text => utf8.encode(text)
export const decode = bytes => new TextDecoder('utf-8').decode(bytes)
export const before = (text, sign) => text.includes(sign) ? text.slice(0, text.indexOf(sign)) : text
export const after = (text, sign) => text.includes(sign) ? text.slice(text.indexOf(sign) + 1) : ''
export const hex = bytes => Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('')
export const base64 = bytes => btoa(String.fromCharCode(...bytes))
export const fromBase64 = text => Uint8Array.from(atob(text), it => it.charCodeAt(0))
export const same = (one, other) => hex(one) === hex(other)

function joined (...parts) {
  const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export async function sha256 (...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)))
}
