import Ceremony
import CircuitFormats
import EllipticCurves
import Testing

@Suite struct PowersOfTauTests {
    /// A ceremony of 2^3 with three contributions and a beacon, prepared.
    private static func ceremony<Curve: CeremonyCurve>(
        _ curve: Curve.Type = BN254.self
    ) throws -> PowersOfTauFile<Curve> {
        var file = try PowersOfTauFile<Curve>.beginning(power: 3)
        for name in ["Ada", "Grace", ""] {
            file = try file.contributing(.system(entropy: name), name: name)
        }
        return try file.contributing(.beacon(SnarkjsFiles<Curve>.beacon), name: "Beacon").prepared()
    }

    @Test func aCeremonyIsAccepted() throws {
        try expectAccepted(BN254.self)
        try expectAccepted(BLS12381.self)
    }

    private func expectAccepted<Curve: CeremonyCurve>(_ curve: Curve.Type) throws {
        let file = try Self.ceremony(Curve.self)
        let again = try PowersOfTauFile<Curve>(decoding: FileBytes(file.encoded()))
        #expect(again == file)
        let records = try again.verify()
        #expect(records.map(\.number) == [1, 2, 3, 4])
        #expect(records.map(\.name) == ["Ada", "Grace", nil, "Beacon"])
        #expect(records.map { $0.hash.count } == [64, 64, 64, 64])
        var raw = file
        raw.lagrange = nil
        let rawBytes = raw.encoded()
        #expect(try PowersOfTauFile<Curve>(decoding: FileBytes(rawBytes)).encoded() == rawBytes)
        #expect(rawBytes.count < file.encoded().count)
    }

    @Test func nobodyHasContributed() throws {
        let file = try PowersOfTauFile<BN254>.beginning(power: 2)
        #expect(throws: CeremonyFlaw.noContributions) { try file.verify() }
        #expect(throws: CeremonyError.powerOutOfRange(1...27)) {
            try PowersOfTauFile<BN254>.beginning(power: 28)
        }
    }

    @Test func progressEndsWithAll() throws {
        var parts: [Double] = []
        let file = try PowersOfTauFile<BN254>.beginning(power: 2)
            .contributing(.system(entropy: ""), name: "") { parts.append($0) }
        #expect(parts.last == 1 && parts == parts.sorted())
        parts = []
        let prepared = try file.prepared { parts.append($0) }
        #expect(abs(parts.last! - 1) < 1e-9 && parts == parts.sorted())
        parts = []
        try prepared.verify { parts.append($0) }
        #expect(parts.last == 1 && parts == parts.sorted())
    }

    // MARK: - Attacks

    private static let sample = Result { try ceremony(BN254.self) }

    private func expectRefused(
        _ flaw: CeremonyFlaw, _ change: (inout PowersOfTauFile<BN254>) throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var file = try Self.sample.get()
        try change(&file)
        #expect(throws: flaw, sourceLocation: sourceLocation) { try file.verify() }
    }

    @Test func aContributionIsRemoved() throws {
        try expectRefused(.unknownFactor(.tau, contribution: 2)) { $0.contributions.remove(at: 1) }
        try expectRefused(.otherPoint(list: "tauG1")) { $0.contributions.removeLast() }
        try expectRefused(.unknownFactor(.tau, contribution: 1)) { $0.contributions.removeFirst() }
    }

    @Test func contributionsAreSwapped() throws {
        try expectRefused(.unknownFactor(.tau, contribution: 1)) { $0.contributions.swapAt(0, 1) }
    }

    @Test func aContributionIsSomebodyElses() throws {
        let other = try Self.ceremony()
        try expectRefused(.unknownFactor(.tau, contribution: 2)) {
            $0.contributions[1] = other.contributions[1]
        }
    }

    @Test func aHashIsChanged() throws {
        try expectRefused(.unknownFactor(.tau, contribution: 3)) {
            $0.contributions[1].nextChallenge[7] ^= 1
        }
        try expectRefused(.otherChallenge) { $0.contributions[3].nextChallenge[7] ^= 1 }
        try expectRefused(.otherResponse) { $0.contributions[3].partialHash[130] ^= 1 }
        try expectRefused(.otherResponse) { $0.contributions[3].partialHash[128 + 72] = 0xff }
    }

    @Test func aBeaconIsNotWhatItSays() throws {
        let other = Beacon([1, 2, 3], iterationsExponent: 10)
        try expectRefused(.otherBeacon(contribution: 4)) { $0.contributions[3].parameters.beacon = other }
    }

    /// A file may ask for 2^63 hashes.
    @Test func aBeaconMayNotTakeForever() throws {
        var file = try Self.sample.get()
        file.contributions[3].parameters.beacon = Beacon([1], iterationsExponent: 63)
        #expect(throws: CeremonyError.longBeacon(contribution: 4, exponent: 63, limit: 26)) {
            try file.verify()
        }
        #expect(throws: CeremonyError.longBeacon(contribution: 4, exponent: 10, limit: 9)) {
            try Self.sample.get().verify(beaconLimit: 9)
        }
    }

    /// Factors of an own choice, put in without the proof.
    @Test func aPointDoesNotFollow() throws {
        let g1 = BN254.G1.generator
        try expectRefused(.doesNotFollow(.alpha, contribution: 2)) { $0.contributions[1].alpha1 = g1 }
        try expectRefused(.doesNotFollow(.beta, contribution: 2)) { $0.contributions[1].beta1 = g1 }
        try expectRefused(.doesNotFollow(.beta, contribution: 2)) {
            $0.contributions[1].beta2 = BN254.G2.generator
        }
        try expectRefused(.doesNotFollow(.tau, contribution: 2)) {
            $0.contributions[1].tau2 = BN254.G2.generator
        }
        try expectRefused(.unknownFactor(.beta, contribution: 2)) { $0.contributions[1].beta.sx = g1 }
        try expectRefused(.unknownFactor(.beta, contribution: 2)) { $0.contributions[1].beta.sx = .infinity }
    }

    @Test func aListIsNotOfPowers() throws {
        func swapped<G>(_ points: PointArray<G>) -> PointArray<G> {
            var points = Array(points)
            points.swapAt(2, 5)
            return PointArray(points)
        }
        try expectRefused(.noPowers(list: "tauG1")) { $0.powers.tau1 = swapped($0.powers.tau1) }
        try expectRefused(.noPowers(list: "tauG2")) { $0.powers.tau2 = swapped($0.powers.tau2) }
        try expectRefused(.noPowers(list: "alphaTauG1")) {
            $0.powers.alphaTau1 = swapped($0.powers.alphaTau1)
        }
        try expectRefused(.noPowers(list: "betaTauG1")) { $0.powers.betaTau1 = swapped($0.powers.betaTau1) }
        try expectRefused(.otherPoint(list: "betaG2")) { $0.powers.beta2 = BN254.G2.generator }
        try expectRefused(.noPowers(list: "tauG1")) {
            var points = Array($0.powers.tau1)
            points[14] = .infinity
            $0.powers.tau1 = PointArray(points)
        }
    }

    @Test func aPreparedListIsChanged() throws {
        try expectRefused(.otherBasis(list: "alphaTauG1")) { file in
            var points = Array(file.lagrange!.alphaTau1)
            points.swapAt(9, 10)
            file.lagrange!.alphaTau1 = PointArray(points)
        }
        // In the one direction that the missing power of the longest list belongs to: ω^(−(N−1)j) = ω^j.
        try expectRefused(.otherBasis(list: "tauG1")) { file in
            var points = Array(file.lagrange!.tau1)
            let root = BN254.ScalarField.rootOfUnity(ofOrderTwoToThe: 4)
            for index in 0..<16 {
                let change = BN254.G1.generator.multiplied(by: root.power(UInt64(index)))
                points[15 + index] = (change + points[15 + index]).affine
            }
            file.lagrange!.tau1 = PointArray(points)
        }
    }

    /// With factors that anybody can compute, nobody is to be trusted.
    @Test func beaconsAloneAreNobody() throws {
        let file = try PowersOfTauFile<BN254>.beginning(power: 1)
            .contributing(.beacon(SnarkjsFiles<BN254>.beacon), name: "Beacon")
        #expect(throws: CeremonyFlaw.onlyBeacons) { try file.verify() }
    }

    /// (0, 2) is of order three: three times its multiple by a secret would be the secret modulo three.
    @Test func nobodyContributesToPointsOfSmallOrder() throws {
        let small = AffinePoint<BLS12381.G1>(uncheckedX: 0, y: 2)
        #expect(small.isOnCurve && !BLS12381.G1.isInPrimeOrderSubgroup(small))
        let lists: [WritableKeyPath<PowersOfTau<BLS12381>, PointArray<BLS12381.G1>>] = [
            \.tau1, \.alphaTau1, \.betaTau1,
        ]
        for list in lists {
            var file = try PowersOfTauFile<BLS12381>.beginning(power: 1)
            var points = Array(file.powers[keyPath: list])
            points[1] = small
            file.powers[keyPath: list] = PointArray(points)
            #expect(throws: FormatError.self) {
                try file.contributing(.system(entropy: ""), name: "")
            }
        }
    }

    /// As `powersoftau truncate` of snarkjs does it: the lists begin like those of the longer file, so that the longest
    /// Lagrange basis has its highest power.
    @Test func powersThatWereCutDownAreAccepted() throws {
        var file = try cutDown(Self.sample.get())
        let records = try file.verify()
        #expect(records.count == 4 && file.power == 2 && file.ceremonyPower == 3)
        let bytes = file.encoded()
        #expect(try PowersOfTauFile<BN254>(decoding: FileBytes(bytes)) == file)
        // Another point in the place of the highest power, spread over the list as a change of it would be.
        var points = Array(file.lagrange!.tau1)
        let root = BN254.ScalarField.rootOfUnity(ofOrderTwoToThe: 3)
        for index in 0..<8 {
            let change = BN254.G1.generator.multiplied(by: root.power(UInt64(index)))
            points[7 + index] = (change + points[7 + index]).affine
        }
        file.lagrange!.tau1 = PointArray(points)
        #expect(throws: CeremonyFlaw.otherBasis(list: "tauG1")) { try file.verify() }
    }

    private func cutDown(_ file: PowersOfTauFile<BN254>) throws -> PowersOfTauFile<BN254> {
        let (powers, lagrange) = (file.powers, try #require(file.lagrange))
        return PowersOfTauFile(
            PowersOfTau(
                tau1: powers.tau1.part(0..<7), tau2: powers.tau2.part(0..<4),
                alphaTau1: powers.alphaTau1.part(0..<4), betaTau1: powers.betaTau1.part(0..<4),
                beta2: powers.beta2),
            ceremonyPower: file.ceremonyPower, contributions: file.contributions,
            lagrange: LagrangePowers(
                tau1: lagrange.tau1.part(0..<15), tau2: lagrange.tau2.part(0..<7),
                alphaTau1: lagrange.alphaTau1.part(0..<7), betaTau1: lagrange.betaTau1.part(0..<7)))
    }

    /// A small file that says it was cut down from a large one does not make its verifier read that.
    @Test func theBeginningOfLargeCeremoniesIsKnown() throws {
        for power in [17, 18] {
            #expect(
                PowersOfTauFile<BN254>.firstChallenge(power: power)
                    == PowersOfTauFile<BN254>.computedFirstChallenge(power: power))
            #expect(
                PowersOfTauFile<BLS12381>.firstChallenge(power: power)
                    == PowersOfTauFile<BLS12381>.computedFirstChallenge(power: power))
        }
        var file = try Self.sample.get()
        file.ceremonyPower = 28
        #expect(throws: CeremonyFlaw.unknownFactor(.tau, contribution: 1)) { try file.verify() }
        file.ceremonyPower = 29
        let bytes = file.encoded()
        #expect(throws: FormatError(.outOfRange, "ptau.header")) {
            try PowersOfTauFile<BN254>(decoding: FileBytes(bytes))
        }
    }

    @Test func powersThatWereCutDownTakeNoMore() throws {
        var file = try Self.sample.get()
        file.ceremonyPower = 4
        #expect(throws: CeremonyError.cutDown) {
            try file.contributing(.system(entropy: ""), name: "")
        }
    }
}
