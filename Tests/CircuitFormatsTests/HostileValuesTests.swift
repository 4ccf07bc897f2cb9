import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// Files that are well formed, with values in them that no honest writer puts there.
@Suite struct HostileValuesTests {
    private let files: SampleFiles<BN254>

    init() throws { files = try SampleFiles<BN254>(outputs: 1, inputs: 1, constraints: 80) }

    private func error(_ key: ProvingKey<BN254>, _ validation: PointValidation = .subgroup) -> FormatError? {
        let bytes = ZKeyFile(
            key, a: files.sample.matrices.a, b: files.sample.matrices.b, circuitHash: files.hash
        ).encoded()
        return formatError { () throws(FormatError) in
            _ = try ZKeyFile<BN254>(decoding: bytes, validation: validation)
        }
    }

    @Test func pointsOffTheCurve() {
        let off1 = AffinePoint<BN254.G1>(uncheckedX: 1, y: 1)
        let off2 = AffinePoint<BN254.G2>(uncheckedX: .one, y: .one)
        for validation in [PointValidation.subgroup, .curve] {
            var key = files.key
            key.a.replace(3, by: off1)
            #expect(error(key, validation) == FormatError(.notOnCurve, "zkey.a[3]"))
            key = files.key
            key.b2.replace(3, by: off2)
            #expect(error(key, validation) == FormatError(.notOnCurve, "zkey.b2[3]"))
            key = files.key
            key.verifyingKey.delta2 = off2
            #expect(error(key, validation) == FormatError(.notOnCurve, "zkey.header"))
        }
    }

    /// One among many, so that the check of a whole list has to find it; of the least order there is, too.
    @Test func pointsOutsideTheSubgroup() throws {
        let outside = try #require(AffinePoint<BN254.G2>.outsideSubgroup())
        // r times the point has an order that divides the cofactor, 10069 · 5864401 · …; this leaves 10069.
        let torsion = JacobianPoint(outside).multiplied(byWords: F.modulusWords)
        let small = torsion.multiplied(byWords: try Self.cofactorOver10069).affine
        #expect(JacobianPoint(small).multiplied(byWords: [10069]).isInfinity && !small.isInfinity)
        for point in [outside, small] {
            for index in [0, 40, files.key.b2.count - 1] {
                var key = files.key
                key.b2.replace(index, by: (key.b2[index] + point).affine)
                #expect(error(key) == FormatError(.notInSubgroup, "zkey.b2"))
                #expect(error(key, .curve) == nil)
            }
        }
        var key = files.key
        key.verifyingKey.gamma2 = outside
        #expect(error(key, .curve) == FormatError(.notInSubgroup, "zkey.header"))
        #expect(
            formatError { () throws(FormatError) in
                _ = try VerifyingKeyFile<BN254>(
                    decoding: VerifyingKeyFile(key.verifyingKey).encoded())
            } == FormatError(.notInSubgroup, "vk.vk_gamma_2"))
        let proof = Proof<BN254>(a: files.proof.a, b: outside, c: files.proof.c)
        #expect(
            formatError { () throws(FormatError) in
                _ = try ProofFile.decode(ProofFile.encode(proof), on: BN254.self)
            } == FormatError(.notInSubgroup, "proof.pi_b"))
    }

    /// BLS12-381 has cofactors in both groups; lists of this length are checked as a whole.
    @Test func pointsOutsideTheSubgroupsOfBLS12381() throws {
        let files = try SampleFiles<BLS12381>(outputs: 1, inputs: 1, constraints: 600)
        // A point of order 3, the least that there is: 0 + 4 is the square of 2.
        let outside1 = AffinePoint<BLS12381.G1>(uncheckedX: 0, y: 2)
        let outside2 = try #require(AffinePoint<BLS12381.G2>.outsideSubgroup())
        #expect(outside1.isOnCurve && outside2.isOnCurve)
        func error(
            _ validation: PointValidation = .subgroup, _ change: (inout ProvingKey<BLS12381>) -> Void
        ) -> FormatError? {
            var key = files.key
            change(&key)
            let bytes = ZKeyFile(
                key, a: files.sample.matrices.a, b: files.sample.matrices.b, circuitHash: files.hash
            ).encoded()
            return formatError { () throws(FormatError) in
                _ = try ZKeyFile<BLS12381>(decoding: bytes, validation: validation)
            }
        }
        #expect(error { _ in } == nil)
        for index in [0, 77, files.key.c.count - 1] {
            let a = (files.key.a[index] + outside1).affine
            let b1 = (files.key.b1[index] + outside1).affine
            let b2 = (files.key.b2[index] + outside2).affine
            let c = (files.key.c[index] + outside1).affine
            let h = (files.key.h[index] + outside1).affine
            #expect(error { $0.a.replace(index, by: a) } == FormatError(.notInSubgroup, "zkey.a"))
            #expect(error { $0.b1.replace(index, by: b1) } == FormatError(.notInSubgroup, "zkey.b1"))
            #expect(error { $0.b2.replace(index, by: b2) } == FormatError(.notInSubgroup, "zkey.b2"))
            #expect(error { $0.c.replace(index, by: c) } == FormatError(.notInSubgroup, "zkey.c"))
            #expect(error { $0.h.replace(index, by: h) } == FormatError(.notInSubgroup, "zkey.h"))
            #expect(error(.curve) { $0.a.replace(index, by: a) } == nil)
        }
        #expect(
            error { $0.verifyingKey.inputPoints[1] = outside1 }
                == FormatError(.notInSubgroup, "zkey.inputPoints"))
        #expect(error(.curve) { $0.beta1 = outside1 } == FormatError(.notInSubgroup, "zkey.header"))
        #expect(
            error(.curve) { $0.verifyingKey.gamma2 = outside2 }
                == FormatError(.notInSubgroup, "zkey.header"))

        var key = files.key.verifyingKey
        key.inputPoints[0] = outside1
        #expect(
            formatError { () throws(FormatError) in
                _ = try VerifyingKeyFile<BLS12381>(decoding: VerifyingKeyFile(key).encoded())
            } == FormatError(.notInSubgroup, "vk.IC[0]"))
        for (proof, path) in [
            (Proof<BLS12381>(a: outside1, b: files.proof.b, c: files.proof.c), "proof.pi_a"),
            (Proof<BLS12381>(a: files.proof.a, b: outside2, c: files.proof.c), "proof.pi_b"),
            (Proof<BLS12381>(a: files.proof.a, b: files.proof.b, c: outside1), "proof.pi_c"),
        ] {
            #expect(
                formatError { () throws(FormatError) in
                    _ = try ProofFile.decode(ProofFile.encode(proof), on: BLS12381.self)
                } == FormatError(.notInSubgroup, path))
        }
    }

    @Test func filesOfAnotherCurve() throws {
        let other = try SampleFiles<BLS12381>()
        typealias Other = BLS12381.ScalarField
        #expect(
            formatError { () throws(FormatError) in _ = try R1CSFile<F>(decoding: other.r1cs) }
                == FormatError(.wrongField, "r1cs.header"))
        #expect(
            formatError { () throws(FormatError) in _ = try R1CSFile<Other>(decoding: files.r1cs) }
                == FormatError(.wrongField, "r1cs.header"))
        #expect(
            formatError { () throws(FormatError) in
                let _: Witness<F> = try WitnessFile.decode(other.wtns)
            } == FormatError(.wrongField, "wtns.header"))
        #expect(
            formatError { () throws(FormatError) in _ = try ZKeyFile<BN254>(decoding: other.zkey) }
                == FormatError(.wrongField, "zkey.header"))
        #expect(
            formatError { () throws(FormatError) in _ = try ZKeyFile<BLS12381>(decoding: files.zkey) }
                == FormatError(.wrongField, "zkey.header"))
        #expect(
            formatError { () throws(FormatError) in
                _ = try ProofFile.decode(other.proofJSON, on: BN254.self)
            } == FormatError(.wrongField, "proof.curve"))
        #expect(
            formatError { () throws(FormatError) in
                _ = try VerifyingKeyFile<BLS12381>(decoding: files.verifyingKeyFile.encoded())
            } == FormatError(.wrongField, "vk.curve"))
    }

    /// (2q − r) / 10069, least significant word first.
    private static var cofactorOver10069: [UInt64] {
        get throws {
            var words = try #require(BN254.BaseField.modulusWords.doubled(minus: F.modulusWords))
            let remainder = words.divide(by: 10069)
            #expect(remainder == 0)
            return words
        }
    }

    @Test func matricesWithoutTheRowsOfPublicWires() throws {
        // Another wire in the last row: the row is not "A = wire 2" any more.
        var bytes = files.zkey
        let pattern: [UInt8] = [0, 0, 0, 0, 82, 0, 0, 0, 2, 0, 0, 0]
        let place = try #require(
            (0..<bytes.count - 12).first { Array(bytes[$0..<$0 + 12]) == pattern })
        bytes[place + 8] = 1
        #expect(
            formatError { () throws(FormatError) in _ = try ZKeyFile<BN254>(decoding: bytes) }
                == FormatError(.inconsistent, "zkey.coefficients"))
    }

    @Test func numbersInTexts() throws {
        func error(_ text: String) -> FormatError? {
            formatError { () throws(FormatError) in
                _ = try PublicInputsFile.decode(Array(text.utf8), as: F.self)
            }
        }
        let modulus = "21888242871839275222246405745257275088548364400416034343698204186575808495617"
        #expect(error("[\"0\", \"255\"]") == nil)
        for wrong in [modulus, "01", "-1", "+1", " 1", "1 ", "", "0x1", "1e3", "1.0"] {
            #expect(error("[\"7\", \"\(wrong)\"]") == FormatError(.notCanonical, "public[1]"))
        }
        #expect(error("[1]") == FormatError(.malformedJSON, "public[0]"))
        #expect(error("{}") == FormatError(.malformedJSON, "public"))
        #expect(error("[\"1\"] x")?.code == .malformedJSON)
        #expect(error(String(repeating: "[", count: 100_000))?.code == .malformedJSON)
        let large = [UInt8](repeating: 0x20, count: PublicInputsFile.byteLimit + 1)
        #expect(
            formatError { () throws(FormatError) in _ = try PublicInputsFile.decode(large, as: F.self) }
                == FormatError(.tooLarge, "public"))
    }

    @Test func proofsOfOtherKinds() {
        func error(_ replacements: (String, String)...) -> FormatError? {
            var text = String(decoding: files.proofJSON, as: UTF8.self)
            for (old, new) in replacements { text = text.replacing(old, with: new) }
            return formatError { () throws(FormatError) in
                _ = try ProofFile.decode(Array(text.utf8), on: BN254.self)
            }
        }
        #expect(error() == nil)
        #expect(error(("bn128", "bn254")) == nil)
        #expect(error(("\"curve\" : \"bn128\",", "")) == nil)
        #expect(error(("\"groth16\"", "\"plonk\"")) == FormatError(.unsupportedProtocol, "proof.protocol"))
        #expect(error(("bn128", "bls12381")) == FormatError(.wrongField, "proof.curve"))
        #expect(error(("pi_a", "pi_x")) == FormatError(.missingKey, "proof.pi_a"))
        #expect(error(("\"1\"", "\"2\""))?.code == .notCanonical)
    }

    @Test func verifyingKeysThatContradictThemselves() throws {
        let file = VerifyingKeyFile(
            files.key.verifyingKey, ranges: PublicInputRanges([.init(count: 2, range: -1...255)]))
        func error(_ old: String, _ new: String) -> FormatError? {
            let text = String(decoding: file.encoded(), as: UTF8.self).replacing(old, with: new)
            return formatError { () throws(FormatError) in
                _ = try VerifyingKeyFile<BN254>(decoding: Array(text.utf8))
            }
        }
        #expect(error("\"nPublic\" : 2", "\"nPublic\" : 3") == FormatError(.inconsistent, "vk.nPublic"))
        #expect(error("\"nPublic\" : 2", "\"nPublic\" : -1") == FormatError(.inconsistent, "vk.nPublic"))
        #expect(
            error("\"count\" : 2", "\"count\" : 1")
                == FormatError(.inconsistent, "vk.espalier.publicInputs"))
        #expect(
            error("\"count\" : 2", "\"count\" : 3")
                == FormatError(.inconsistent, "vk.espalier.publicInputs[0]"))
        #expect(error("\"255\"", "\"-2\"") == FormatError(.outOfRange, "vk.espalier.publicInputs[0]"))
        for wrong in ["0255", "+255", "1e2", "", String(repeating: "9", count: 50)] {
            #expect(
                error("\"255\"", "\"\(wrong)\"")
                    == FormatError(.notCanonical, "vk.espalier.publicInputs[0]"))
        }
        // What snarkjs would not read either way is not believed: the pairing value is computed anew.
        #expect(error("vk_alphabeta_12", "vk_alphabeta_13") == nil)
    }
}

extension AffinePoint {
    /// Returns a point of a twist that is not in G2: nearly every one is.
    fileprivate static func outsideSubgroup<Tower>() -> Self? where Curve.BaseField == Fp2<Tower> {
        (1...20).lazy.compactMap { value -> Self? in
            let x = Fp2<Tower>(Fp(value), 1)
            guard let y = (x.squared() * x + Curve.b).squareRoot() else { return nil }
            let point = Self(uncheckedX: x, y: y)
            return Curve.isInPrimeOrderSubgroup(point) ? nil : point
        }.first
    }
}

extension [UInt64] {
    /// Returns twice the integer minus another, or nil where that is negative or too large.
    fileprivate func doubled(minus other: [UInt64]) -> [UInt64]? {
        var result = self
        var carry: Int128 = 0
        for index in indices {
            let word = 2 * Int128(self[index]) - Int128(other[index]) + carry
            result[index] = UInt64(truncatingIfNeeded: word)
            carry = word >> 64
        }
        return carry == 0 ? result : nil
    }

    /// Divides and returns the remainder.
    fileprivate mutating func divide(by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for index in indices.reversed() {
            (self[index], remainder) = divisor.dividingFullWidth((remainder, self[index]))
        }
        return remainder
    }
}
