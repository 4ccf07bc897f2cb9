/// Bytes as hexadecimal digits.
enum HexadecimalText {
    /// Two digits for each byte.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The same behind `0x`, as the tools of Ethereum take it.
    static func prefixed(_ bytes: some Sequence<UInt8>) -> String { "0x" + text(bytes) }

    /// The latter as a file of one line.
    static func file(_ bytes: some Sequence<UInt8>) -> [UInt8] { Array((prefixed(bytes) + "\n").utf8) }

    /// Returns the bytes that pairs of digits name, behind `0x` or not; nil where they name none.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.hasPrefix("0x") ? text.dropFirst(2) : text[...])
        guard digits.count % 2 == 0, digits.allSatisfy(\.isASCII) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index].hexDigitValue, let low = digits[index + 1].hexDigitValue else {
                return nil
            }
            bytes.append(UInt8(16 * high + low))
        }
        return bytes
    }
}
