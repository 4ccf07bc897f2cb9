/// The header of an `.npy` file: a Python dictionary with exactly three keys, in any order.
struct NumPyHeader {
    private(set) var type = ""
    private(set) var isFortranOrder = false
    private(set) var shape: [Int] = []
    private var rest: ArraySlice<UInt8>

    init?(_ text: ArraySlice<UInt8>) {
        rest = text
        var keys: Set<String> = []
        guard take("{") else { return nil }
        while !take("}") {
            guard let key = string(), keys.insert(key).inserted, take(":") else { return nil }
            switch key {
            case "descr":
                guard let type = string() else { return nil }
                self.type = type
            case "fortran_order":
                if take("True") { isFortranOrder = true } else if !take("False") { return nil }
            case "shape":
                guard let shape = tuple() else { return nil }
                self.shape = shape
            default:
                return nil
            }
            guard take(",") || rest.first == UInt8(ascii: "}") else { return nil }
        }
        skipSpace()
        guard rest.isEmpty, keys.count == 3 else { return nil }
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }

    private mutating func take(_ token: StaticString) -> Bool {
        skipSpace()
        let bytes = UnsafeBufferPointer(start: token.utf8Start, count: token.utf8CodeUnitCount)
        guard rest.starts(with: bytes) else { return false }
        rest = rest.dropFirst(bytes.count)
        skipSpace()
        return true
    }

    /// Returns a short text in single or double quotes, without escapes.
    private mutating func string() -> String? {
        guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
            return nil
        }
        let body = rest.dropFirst().prefix { $0 != quote && $0 != UInt8(ascii: "\\") }
        guard body.count <= 32, rest.count > body.count + 1, rest[body.endIndex] == quote else { return nil }
        rest = rest[(body.endIndex + 1)...]
        return String(decoding: body, as: UTF8.self)
    }

    /// Returns the numbers of a tuple, at most 16.
    private mutating func tuple() -> [Int]? {
        guard take("(") else { return nil }
        var numbers: [Int] = []
        while !take(")") {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard let number = Int(String(decoding: digits, as: UTF8.self)), numbers.count < 16 else {
                return nil
            }
            numbers.append(number)
            rest = rest.dropFirst(digits.count)
            skipSpace()
            guard take(",") || rest.first == UInt8(ascii: ")") else { return nil }
        }
        return numbers
    }
}
