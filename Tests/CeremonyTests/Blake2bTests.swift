import Ceremony
import Testing

@Suite struct Blake2bTests {
    /// RFC 7693, appendix A, and lengths around the ends of blocks by Python's hashlib.
    @Test(arguments: [
        (0, "786a02f742015903c6c6fd852552d272"), (127, "b6292669ccd38d5f01caae96ba272c76"),
        (128, "2319e3789c47e2daa5fe807f61bec2a1"), (129, "f59711d44a031d5f97a9413c065d1e61"),
        (256, "93463ac058b6163eb43be3f5bb32b285"), (1000, "c11e1c0340bd7e5a1b275f1230c962fa"),
    ])
    func lengths(count: Int, expected: String) {
        let bytes = (0..<count).map { UInt8($0 % 251) }
        #expect(hexadecimal(Blake2b.hash(bytes)).hasPrefix(expected))
    }

    @Test func abc() {
        #expect(
            hexadecimal(Blake2b.hash("abc".utf8))
                == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
    }

    @Test func piecesMakeNoDifference() {
        let bytes = (0..<1000).map { UInt8($0 * 7 % 256) }
        for size in [1, 3, 64, 127, 128, 129, 300] {
            var hash = Blake2b()
            for start in stride(from: 0, to: bytes.count, by: size) {
                hash.update(bytes[start..<min(bytes.count, start + size)])
            }
            #expect(hash.digest() == Blake2b.hash(bytes))
        }
    }

    @Test func goesOnFromItsState() throws {
        let bytes = (0..<600).map { UInt8($0 % 256) }
        for split in [0, 1, 128, 129, 256, 599] {
            var hash = Blake2b()
            hash.update(bytes[..<split])
            var other = try #require(Blake2b(state: hash.state))
            #expect(hash.state.count == 216)
            other.update(bytes[split...])
            #expect(other.digest() == Blake2b.hash(bytes))
        }
        var state = Blake2b().state
        state[128 + 72] = 129
        #expect(Blake2b(state: state) == nil)
        #expect(Blake2b(state: Array(state.dropLast())) == nil)
    }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
