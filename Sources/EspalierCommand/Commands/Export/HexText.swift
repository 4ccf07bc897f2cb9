/// Bytes as the tools of Ethereum take them.
enum HexText {
    /// `0x` and two digits for each byte.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The text as a file of one line.
    static func file(_ bytes: some Sequence<UInt8>) -> [UInt8] { Array((text(bytes) + "\n").utf8) }
}
