import Ceremony
import Testing

@Suite struct ChaChaGeneratorTests {
    /// RFC 8439, appendix A.1, test vector 1 and the beginning of 2: key and nonce of zeros.
    @Test func keyOfZeros() {
        var generator = ChaChaGenerator(seed: [UInt8](repeating: 0, count: 32))
        let first = (0..<16).map { _ in generator.nextWord() }
        #expect(first[..<4] == [0xade0_b876, 0x903d_f1a0, 0xe56a_5d40, 0x28bd_8653])
        #expect(first[15] == 0x8665_eeb2)
        #expect(generator.nextWord() == 0xbee7_079f)
    }

    @Test func wordsOfTheSeedAreBigEndian() {
        var seed = [UInt8](repeating: 0, count: 32)
        seed[3] = 1
        var one = ChaChaGenerator(seed: seed)
        seed.append(9)
        var two = ChaChaGenerator(seed: seed)
        #expect(one.nextDoubleWord() == two.nextDoubleWord())
    }
}
