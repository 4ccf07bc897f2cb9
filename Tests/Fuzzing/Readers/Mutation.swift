/// Changes of bytes that a reader of untrusted files has to expect, of valid files and of what became of them.
///
/// Deterministic: the same generator gives the same change. Which change makes sense is seen from the bytes: tables
/// of sections are known by their magic, canonical items by their lengths, all else is bytes or text.
package struct Mutation<Generator: RandomNumberGenerator> {
    var bytes: [UInt8]
    var generator: Generator

    /// Returns the bytes after one to three changes, at most `limit` of them.
    package static func mutate(
        _ bytes: [UInt8], limit: Int, using generator: inout Generator
    ) -> [UInt8] {
        var mutation = Mutation(bytes: bytes, generator: generator)
        for _ in 0..<Int.random(in: 1...3, using: &mutation.generator) { mutation.change() }
        generator = mutation.generator
        return Array(mutation.bytes.prefix(limit))
    }

    private mutating func change() {
        let structure = number(below: 3)
        if structure == 0, changeSections() { return }
        if structure == 1, changeItems() { return }
        switch number(below: 8) {
        case 0: truncate()
        case 1: flipBits()
        case 2: overwriteInteger()
        case 3: overwriteElement()
        case 4: repeatPart()
        case 5: removePart()
        case 6: changeText()
        default: bytes.insert(.random(in: 0...255, using: &generator), at: position())
        }
    }

    /// Returns a number below `bound`, which is positive.
    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    /// Returns where something can be inserted.
    private mutating func position() -> Int { number(below: bytes.count + 1) }

    /// Returns a part of the bytes, more often a short one, and often at a multiple of four.
    private mutating func part() -> Range<Int> {
        var start = position()
        if Bool.random(using: &generator) { start &= ~3 }
        let longest = bytes.count - start
        let length = min(longest, 1 << number(below: 10))
        return start..<start + number(below: length + 1)
    }

    private mutating func truncate() { bytes.removeLast(bytes.count - position()) }

    private mutating func flipBits() {
        guard !bytes.isEmpty else { return }
        for _ in 0...number(below: 3) {
            bytes[number(below: bytes.count)] ^= 1 << UInt8(number(below: 8))
        }
    }

    private mutating func repeatPart() {
        let copy = Array(bytes[part()])
        bytes.insert(contentsOf: copy, at: position())
    }

    private mutating func removePart() { bytes.removeSubrange(part()) }

    /// Writes a count or a length that no file of this size has, or one that just fails to.
    private mutating func overwriteInteger() {
        let size = [1, 2, 4, 8][number(below: 4)]
        guard bytes.count >= size else { return }
        let start = number(below: bytes.count - size + 1) & (Bool.random(using: &generator) ? ~3 : ~0)
        overwrite(littleEndian(hostileInteger(), size), at: start)
    }

    /// Writes a coordinate or a scalar that is not canonical, or a point that is of no use.
    private mutating func overwriteElement() {
        let element = HostileElements.all[number(below: HostileElements.all.count)]
        guard bytes.count >= element.count else { return }
        overwrite(element, at: number(below: bytes.count - element.count + 1) & ~3)
    }

    mutating func overwrite(_ part: [UInt8], at start: Int) {
        for (offset, byte) in part.enumerated() where start + offset < bytes.count {
            bytes[start + offset] = byte
        }
    }

    mutating func hostileInteger() -> UInt64 {
        let near = UInt64(max(0, bytes.count + number(below: 33) - 16))
        let integers: [UInt64] = [
            0, 1, 2, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 1 << 32,
            (1 << 32) + 12, 1 << 53, UInt64(Int.max), 1 << 63, .max - 11, .max, near,
        ]
        return integers[number(below: integers.count)]
    }

    func littleEndian(_ integer: UInt64, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: integer >> UInt64(8 * $0)) }
    }

    func littleEndian(at start: Int, _ size: Int) -> UInt64 {
        bytes[start..<start + size].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
