import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite("Encodings of registrations") struct RegistrationEncodingTests {
    /// FIPS 180-4's example.
    @Test func fingerprints() throws {
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let hash = Fingerprint(hashing: "abc".utf8)
        #expect(hash.description == text && Fingerprint(hexadecimal: text) == hash)
        #expect(Fingerprint(hexadecimal: text.uppercased()) == nil)
        #expect(Fingerprint(hexadecimal: text.dropLast()) == nil)
        #expect(Fingerprint(hash.bytes) == hash && Fingerprint(hash.bytes.dropLast()) == nil)
    }

    @Test func oneFormAndNoOther() throws {
        try expectOneForm(BN254.self)
        try expectOneForm(BLS12381.self)
    }

    private func expectOneForm<Curve: PairingCurve>(_ curve: Curve.Type) throws {
        let small = try SmallCommittedCircuit<Curve>()
        let registration = try register(small.opening(), for: small.circuit, label: "Alice Ångström")
        let bytes = registration.encoded
        let again = try ModelRegistration<Curve>(decoding: bytes)
        #expect(
            again == registration && again.encoded == bytes && again.fingerprint == registration.fingerprint)
        try again.check(against: small.circuit)
        #expect(throws: RegistrationError.self) { _ = try ModelRegistration<Curve>(decoding: bytes + [0]) }
        for count in 0..<bytes.count {
            #expect(throws: RegistrationError.self) {
                _ = try ModelRegistration<Curve>(decoding: bytes.prefix(count))
            }
        }
        // No byte may change without somebody seeing it.
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1 << UInt8(index % 8)
            guard let registration = try? ModelRegistration<Curve>(decoding: changed) else { continue }
            #expect(registration.encoded == changed && registration != again)
            #expect(throws: RegistrationError.self) { try registration.check(against: small.circuit) }
        }
    }

    @Test func theOtherCurveIsRefused() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let bytes = try register(small.opening(), for: small.circuit, label: "").encoded
        #expect(throws: RegistrationError(.malformed, "curve")) {
            _ = try ModelRegistration<BLS12381>(decoding: bytes)
        }
    }

    /// The length is compared with what is there before memory is taken.
    @Test func absurdLengthsAreRefused() throws {
        let tag = Array("espalier.registration.v1".utf8)
        let start = [UInt8(tag.count), 0, 0, 0, 0, 0, 0, 0] + tag
        for length: [UInt8] in [
            [255, 255, 255, 255, 255, 255, 255, 255], [0, 0, 0, 0, 0, 0, 0, 128], [1, 0, 0, 0, 1, 0, 0, 0],
        ] {
            #expect(throws: RegistrationError(.malformed, "curve")) {
                _ = try ModelRegistration<BN254>(decoding: start + length + [1, 2, 3])
            }
        }
    }

    @Test func openings() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let opening = small.opening()
        let secret = opening.encoded
        let bytes = secret.withUnsafeBufferPointer { Array($0) }
        let again = try ModelOpening<F>(decoding: bytes)
        #expect(again.firstBlinding(sharedWith: opening) == 0)
        let prepared = try small.prepared(try register(opening, for: small.circuit, label: "Alice"))
        #expect(verify(try small.claim(again), with: prepared) == .accepted)
        for count in 0..<bytes.count {
            #expect(throws: RegistrationError.self) {
                _ = try ModelOpening<F>(decoding: bytes.prefix(count))
            }
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 255
            // Refused or other values: never a trap.
            if let other = try? ModelOpening<F>(decoding: changed) {
                let form = other.encoded
                #expect(form.withUnsafeBufferPointer { Array($0) } == changed)
            }
        }
        #expect(throws: RegistrationError(.malformed, "field")) {
            _ = try ModelOpening<BLS12381.ScalarField>(decoding: bytes)
        }
    }

    /// A point of order 3 vanishes from the equation for one challenge in three.
    @Test func pointsOutsideTheGroupAreRefused() throws {
        let small = try SmallCommittedCircuit<BLS12381>()
        let outside = AffinePoint<BLS12381.G1>(uncheckedX: 0, y: 2)
        #expect(outside.isOnCurve && outside.multiplied(by: 3).isInfinity)
        var handmade = HandmadeRegistration(small)
        handmade.stowaway = outside
        let bases = handmade.points(SmallWires.accumulators + [SmallWires.mask])
        let forged = (0..<100).lazy.map { attempt in
            handmade.label = "attempt \(attempt)"
            return handmade.registration()
        }.first { registration in
            registration.columnsProof.holds(
                for: registration.columns, over: bases,
                challenge: handmade.challenge(.modelColumns, registration)(
                    registration.columnsProof.announcement))
        }
        let registration = try #require(forged, "the forgery is one")
        #expect(throws: RegistrationError(.notInSubgroup, "columns[0]")) {
            try registration.check(against: small.circuit)
        }
        #expect(throws: RegistrationError(.notInSubgroup, "columns[0]")) {
            _ = try ModelRegistration<BLS12381>(decoding: registration.encoded)
        }
        var honest = try register(small.opening(), for: small.circuit, label: "Alice")
        honest.constantsProof.announcement = (honest.constantsProof.announcement + outside).affine
        #expect(throws: RegistrationError(.notInSubgroup, "constantsProof.announcement")) {
            try honest.check(against: small.circuit)
        }
    }
}
