import Ceremony
import CircuitFormats
import ConstraintSystem
import EllipticCurves
import Testing

/// Against files that snarkjs made: what it makes, we accept; where nothing is random, we make the same.
@Suite struct SnarkjsVectorTests {
    @Test func powersAreAccepted() throws {
        try expectAcceptedPowers(SnarkjsFiles<BN254>())
        try expectAcceptedPowers(SnarkjsFiles<BLS12381>())
    }

    private func expectAcceptedPowers<Curve>(_ files: SnarkjsFiles<Curve>) throws {
        let records = try files.powers("prepared.ptau").verify()
        #expect(records.map(\.name) == ["Ada", nil, "Beacon"])
        #expect(records.map(\.beacon) == [nil, nil, SnarkjsFiles<Curve>.beacon])
    }

    @Test func aBeaconAndThePreparationGiveTheSame() throws {
        try expectSamePowers(SnarkjsFiles<BN254>())
        try expectSamePowers(SnarkjsFiles<BLS12381>())
    }

    private func expectSamePowers<Curve>(_ files: SnarkjsFiles<Curve>) throws {
        let theirs = try files.powers("prepared.ptau")
        let two = try files.powers("2.ptau")
        var ours = try two.contributing(.beacon(SnarkjsFiles<Curve>.beacon), name: "Beacon").prepared()
        #expect(ours.powers == theirs.powers)
        #expect(ours.lagrange == theirs.lagrange)
        #expect(ours.contributions.last?.responseHash == theirs.contributions.last?.responseHash)
        // The unused part of a block in the state is zeros here, and left over from the block before there.
        ours.contributions[2].partialHash = theirs.contributions[2].partialHash
        #expect(ours.encoded() == (try files.bytes("prepared.ptau")))
    }

    @Test func filesAreWrittenAsTheyWereRead() throws {
        try expectRoundTrips(SnarkjsFiles<BN254>())
        try expectRoundTrips(SnarkjsFiles<BLS12381>())
    }

    private func expectRoundTrips<Curve>(_ files: SnarkjsFiles<Curve>) throws {
        for name in ["2.ptau", "prepared.ptau"] {
            #expect(try files.powers(name).encoded() == files.bytes(name))
        }
        for name in ["2.zkey", "3.zkey"] {
            #expect(try files.key(name).encoded() == files.bytes(name))
        }
        // Its first key has the sections in another order.
        let first = try files.bytes("0.zkey")
        #expect(sections(of: try files.key("0.zkey").encoded()) == sections(of: first))
    }

    @Test func keysAreTheSame() throws {
        try expectSameKeys(SnarkjsFiles<BN254>())
        try expectSameKeys(SnarkjsFiles<BLS12381>())
    }

    private func expectSameKeys<Curve>(_ files: SnarkjsFiles<Curve>) throws {
        let powers = try files.powers("prepared.ptau")
        let first = try ZKeyFile.beginning(try files.system(), powers: powers)
        #expect(sections(of: first.encoded()) == sections(of: try files.bytes("0.zkey")))
        let last = try files.key("2.zkey").contributing(.beacon(SnarkjsFiles<Curve>.beacon), name: "Beacon")
        #expect(last.encoded() == (try files.bytes("3.zkey")))
    }

    @Test func keysAreAccepted() throws {
        try expectAcceptedKeys(SnarkjsFiles<BN254>())
        try expectAcceptedKeys(SnarkjsFiles<BLS12381>())
    }

    private func expectAcceptedKeys<Curve>(_ files: SnarkjsFiles<Curve>) throws {
        let powers = try files.powers("prepared.ptau")
        for (name, names) in [("2.zkey", ["Grace", "Alan"]), ("3.zkey", ["Grace", "Alan", "Beacon"])] {
            let records = try files.key(name).verify(try files.system(), powers: powers)
            #expect(records.map(\.name) == names)
        }
        #expect(throws: CeremonyFlaw.noContributions) {
            try files.key("0.zkey").verify(try files.system(), powers: powers)
        }
    }
}

/// The sections of a file by their types.
private func sections(of file: [UInt8]) -> [UInt32: [UInt8]] {
    func integer(_ position: Int, _ count: Int) -> Int {
        file[position..<position + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var sections: [UInt32: [UInt8]] = [:]
    var position = 12
    while position < file.count {
        let body = position + 12
        let end = body + integer(position + 4, 8)
        sections[UInt32(integer(position, 4))] = Array(file[body..<end])
        position = end
    }
    return sections
}
