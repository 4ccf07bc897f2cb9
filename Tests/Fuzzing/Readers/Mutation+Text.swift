/// Numbers, texts and nesting of JSON and of other texts.
extension Mutation {
    /// Changes one number or one token of a text.
    mutating func changeText() {
        switch number(below: 4) {
        case 0: replaceNumber()
        case 1: insertToken()
        case 2: removeEntry()
        default:
            let depth = 1 << number(below: 12)
            let bracket = Array("[{(-".utf8)[number(below: 4)]
            bytes.insert(
                contentsOf: [UInt8](repeating: bracket, count: depth), at: number(below: bytes.count + 1))
        }
    }

    private static var hostileNumbers: [String] {
        [
            "-1", "00", "01", "+1", "1e999", "-0", "1.5", "1e-400", "9223372036854775807",
            "9223372036854775808",
            "18446744073709551616", "4294967296", "170141183460469231731687303715884105728", "null", "true",
            "",
        ] + HostileElements.decimals
    }

    private mutating func replaceNumber() {
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        let starts = bytes.indices.filter { isDigit(bytes[$0]) && ($0 == 0 || !isDigit(bytes[$0 - 1])) }
        guard !starts.isEmpty else { return }
        let start = starts[number(below: starts.count)]
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        let numbers = Self.hostileNumbers
        bytes.replaceSubrange(start..<end, with: Array(numbers[number(below: numbers.count)].utf8))
    }

    private mutating func insertToken() {
        let tokens = [
            ",", ":", "\"", "[]", "{}", "[", "]", "{", "}", "null", "\\u0000", "\\ud800", "\u{FEFF}", "\n",
            "^", "(",
            ")", "*x", "==", "^32", "=", "#", " ",
        ]
        bytes.insert(
            contentsOf: Array(tokens[number(below: tokens.count)].utf8), at: number(below: bytes.count + 1))
    }

    /// Removes a line, or puts it there twice.
    private mutating func removeEntry() {
        let breaks = bytes.indices.filter { bytes[$0] == 0x0a }
        guard breaks.count > 1 else { return }
        let index = number(below: breaks.count - 1)
        let line = breaks[index]..<breaks[index + 1]
        if Bool.random(using: &generator) {
            bytes.removeSubrange(line)
        } else {
            bytes.insert(contentsOf: Array(bytes[line]), at: line.lowerBound)
        }
    }
}
