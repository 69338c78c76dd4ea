const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 and size of bytes, as a ZIP has them. */
export class Checksum {
  #crc = 0xffffffff
  /** How many bytes were added. */
  size = 0

  /** The CRC-32 of what was added. */
  get crc(): number {
    return ~this.#crc >>> 0
  }

  /** Takes more bytes in. */
  add(bytes: Uint8Array): void {
    let crc = this.#crc
    for (let at = 0; at < bytes.length; at++) {
      crc = (table[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8)
    }
    this.#crc = crc
    this.size += bytes.length
  }
}
