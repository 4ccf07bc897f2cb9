import Testing
import VerifierContracts

@Suite("Keccak-256") struct Keccak256Tests {
    /// By eth-hash 0.8.0 from PyPI (pycryptodome); of the bytes 0, 1, 2 and so on. A block has 136.
    @Test(arguments: [
        (0, "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
        (1, "bc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a"),
        (135, "cbdfd9dee5faad3818d6b06f95a219fd290b0e1706f6a82e5a595b9ce9faca62"),
        (136, "7ce759f1ab7f9ce437719970c26b0a66ff11fe3e38e17df89cf5d29c7d7f807e"),
        (137, "ac73d4fae68b8453f764007c1a20ce95994187861f0c3227a3a8e99a73a3b1db"),
        (300, "a679e749a6af300c36e7ff2255d220864eab27b382f9cfdc5aa4d13563ba36ff"),
    ])
    func vectors(count: Int, hash: String) {
        #expect(hexadecimal(Keccak256.hash((0..<count).map { UInt8(truncatingIfNeeded: $0) })) == hash)
    }

    /// The best-known selector there is.
    @Test func selectors() {
        #expect(hexadecimal(Keccak256.hash("transfer(address,uint256)".utf8).prefix(4)) == "a9059cbb")
    }
}
