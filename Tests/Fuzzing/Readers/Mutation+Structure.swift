/// Tables of sections and lists of items.
extension Mutation {
    /// Changes a file of iden3's sections: one of them is there twice, missing, elsewhere, of another type, or has a
    /// length with which it reaches into the next, far behind the end, or not to its own end.
    mutating func changeSections() -> Bool {
        let magics = ["r1cs", "wtns", "zkey", "ptau"].map { Array($0.utf8) }
        guard bytes.count >= 12, magics.contains(Array(bytes.prefix(4))) else { return false }
        let sections = records(from: 12, headerSize: 12, lengthAt: 4)
        guard !sections.isEmpty else { return false }
        let countIsCorrected = number(below: 4) > 0
        var count = sections.count
        let chosen = sections[number(below: sections.count)]
        switch number(below: 6) {
        case 0:
            bytes.append(contentsOf: Array(bytes[chosen]))
            count += 1
        case 1:
            bytes.removeSubrange(chosen)
            count -= 1
        case 2:
            let moved = Array(bytes[chosen])
            bytes.removeSubrange(chosen)
            bytes.insert(contentsOf: moved, at: 12)
        case 3:
            overwrite(littleEndian(UInt64(number(below: 12)), 4), at: chosen.lowerBound)
        case 4:
            let length = hostileLength(of: chosen.count - 12)
            overwrite(littleEndian(length, 8), at: chosen.lowerBound + 4)
        default:
            // The body grows or shrinks with its length: what is wrong is only seen inside.
            let change = 1 << number(below: 6)
            if Bool.random(using: &generator) {
                let filler = [UInt8](repeating: UInt8(number(below: 256)), count: change)
                bytes.insert(contentsOf: filler, at: chosen.upperBound)
                overwrite(littleEndian(UInt64(chosen.count - 12 + change), 8), at: chosen.lowerBound + 4)
            } else if chosen.count - 12 >= change {
                bytes.removeSubrange(chosen.upperBound - change..<chosen.upperBound)
                overwrite(littleEndian(UInt64(chosen.count - 12 - change), 8), at: chosen.lowerBound + 4)
            }
        }
        overwrite(littleEndian(countIsCorrected ? UInt64(count) : hostileInteger(), 4), at: 8)
        return true
    }

    /// Changes a list of items with their lengths in front: the project's own canonical bytes.
    mutating func changeItems() -> Bool {
        let items = records(from: 0, headerSize: 8, lengthAt: 0)
        guard items.count > 1 else { return false }
        let chosen = items[number(below: items.count)]
        switch number(below: 5) {
        case 0: bytes.insert(contentsOf: Array(bytes[chosen]), at: chosen.lowerBound)
        case 1: bytes.removeSubrange(chosen)
        case 2: overwrite(littleEndian(hostileLength(of: chosen.count - 8), 8), at: chosen.lowerBound)
        case 3:
            let filler = [UInt8](repeating: UInt8(number(below: 256)), count: 1 << number(below: 7))
            bytes.insert(contentsOf: filler, at: chosen.upperBound)
            overwrite(littleEndian(UInt64(chosen.count - 8 + filler.count), 8), at: chosen.lowerBound)
        default:
            bytes.removeSubrange(chosen.lowerBound + 8..<chosen.upperBound)
            overwrite(littleEndian(0, 8), at: chosen.lowerBound)
        }
        return true
    }

    /// Returns the records, headers and bodies, that follow each other from `start` on; empty where they do not end
    /// with the bytes.
    private func records(from start: Int, headerSize: Int, lengthAt: Int) -> [Range<Int>] {
        var records: [Range<Int>] = []
        var position = start
        while position < bytes.count {
            guard bytes.count - position >= headerSize,
                let length = Int(exactly: littleEndian(at: position + lengthAt, 8)),
                length <= bytes.count - position - headerSize
            else { return [] }
            records.append(position..<position + headerSize + length)
            position += headerSize + length
        }
        return records
    }

    private mutating func hostileLength(of length: Int) -> UInt64 {
        let lengths = [
            UInt64(length) &- 1, UInt64(length) + 1, UInt64(length) + 12, UInt64(length) / 2,
            hostileInteger(),
        ]
        return lengths[number(below: lengths.count)]
    }
}
