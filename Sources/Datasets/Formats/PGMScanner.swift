/// Reads the decimal numbers of a PGM file, skipping white space and comments.
struct PGMScanner {
    /// Images with longer sides are refused.
    static let largestExtent = 1 << 15

    let bytes: [UInt8]
    private(set) var position: Int

    init(bytes: [UInt8], position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// Returns the next number, or `nil` where there is none, it touches the token before it, or it is
    /// larger than `bound`.
    mutating func nextNumber(atMost bound: Int) -> Int? {
        let start = position
        skipSpace()
        guard position > start else { return nil }
        var value: Int?
        while position < bytes.count, let digit = digit(bytes[position]) {
            let next = (value ?? 0) * 10 + digit
            guard next <= bound else { return nil }
            value = next
            position += 1
        }
        return value
    }

    /// Skips the single white space that separates a header from binary samples.
    mutating func skipOneSpace() -> Bool {
        guard position < bytes.count, isSpace(bytes[position]) else { return false }
        position += 1
        return true
    }

    mutating func isAtEnd() -> Bool {
        skipSpace()
        return position == bytes.count
    }

    private mutating func skipSpace() {
        var inComment = false
        while position < bytes.count {
            let byte = bytes[position]
            if inComment {
                inComment = byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
            } else if byte == UInt8(ascii: "#") {
                inComment = true
            } else if !isSpace(byte) {
                return
            }
            position += 1
        }
    }

    private func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (9...13).contains(byte)
    }
}
