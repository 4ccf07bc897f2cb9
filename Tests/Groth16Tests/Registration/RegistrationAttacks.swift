import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// What a registrant or a prover could try, over any curve. Each forgery is shown to convince somebody who leaves
/// out the check that refuses it.
struct RegistrationAttacks<Curve: PairingCurve> {
    typealias F = Curve.ScalarField

    let small: SmallCommittedCircuit<Curve>

    init() throws { small = try SmallCommittedCircuit() }

    func expect(
        _ code: RegistrationError.Code, _ path: String, of registration: ModelRegistration<Curve>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: RegistrationError(code, path), sourceLocation: sourceLocation) {
            try registration.check(against: small.circuit)
        }
    }

    /// D = −Γ_0 − Σ a_i Γ_i − Σ x_i Col_i: then vk_x is zero, and A = α, B = β, C = 0 proves any a for x.
    func expectUnregisteredModelsRefused() throws {
        let claim = try small.claim(small.opening())
        var handmade = HandmadeRegistration(small)
        handmade.constants = [0: -1]
        for (wire, value) in zip(SmallWires.outputs + [SmallWires.known], [70_000, -3, 9]) {
            handmade.constants[wire] = -F(value)
        }
        for (column, x) in zip(handmade.columns, claim.input) {
            handmade.constants.merge(column.mapValues { -x * $0 }) { $0 + $1 }
        }
        let key = small.circuit.key
        let forged = RegisteredClaim(
            Proof<Curve>(a: key.alpha1, b: key.beta2, c: .infinity), knownValues: [70_000, -3, 9],
            input: claim.input)
        let registration = handmade.registration()
        #expect(try small.credulousVerdict(forged, registration) == .accepted, "the forgery is one")
        expect(.openingProofFails, "constantsProof", of: registration)
    }

    /// With Γ of an output in D, or of the known wire, an honest proof passes for other values.
    func expectKnownWiresInConstantsRefused() throws {
        for (index, wire) in (SmallWires.outputs + [SmallWires.known]).enumerated() {
            var handmade = HandmadeRegistration(small)
            handmade.constants[wire] = 1
            var claim = try handmadeClaim(handmade)
            let registration = handmade.registration()
            #expect(try small.credulousVerdict(claim, registration) == .rejected(.equationFails))
            claim.knownValues[index] -= 1
            #expect(try small.credulousVerdict(claim, registration) == .accepted, "the forgery is one")
            expect(.openingProofFails, "constantsProof", of: registration)
        }
    }

    /// With Γ of an output in a column, outputs move with the pixels; with Γ of the constant, 1 is no longer 1;
    /// with Γ of a committed wire, deeper weights move with the pixels.
    func expectOtherWiresInColumnsRefused() throws {
        for wire in [0] + SmallWires.outputs + [SmallWires.known] + SmallWires.committed {
            var handmade = HandmadeRegistration(small)
            handmade.columns[0][wire] = 1
            // x_0 goes into the wire: 9 for the model's maker to use.
            let claim = try handmadeClaim(handmade)
            let registration = handmade.registration()
            if wire != 0 {
                #expect(try small.credulousVerdict(claim, registration) == .accepted, "the forgery is one")
            }
            expect(.openingProofFails, "columnsProof", of: registration)
        }
    }

    /// Returns a proof about what a handmade registration really says for one image.
    private func handmadeClaim(_ handmade: HandmadeRegistration<Curve>) throws -> RegisteredClaim<Curve> {
        let x: [F] = [9, 15, 4]
        /// What X says of a wire.
        func value(_ wire: Int) -> F {
            x.indices.reduce(handmade.constants[wire] ?? 0) {
                $0 + x[$1] * (handmade.columns[$1][wire] ?? 0)
            }
        }
        let z = SmallWires.accumulators.map(value)
        let k = SmallWires.committed.map(value)
        let t: F = 2
        let y = [z[0] * k[0], z[0] * z[1] * (k[1] + t)]
        let witness = Witness<F>([1] + y + [t] + z + k + [value(SmallWires.mask), z[0] * z[1]])
        let proof = try prove(witness, of: small.matrices, with: small.provingKey)
        // What columns add to known wires is taken off what is claimed of them.
        let shift = (SmallWires.outputs + [SmallWires.known]).map { wire in
            x.indices.reduce(F.zero) { $0 + x[$1] * (handmade.columns[$1][wire] ?? 0) }
        }
        return RegisteredClaim(proof, knownValues: zip(y + [t], shift).map { $0 - $1 }, input: x)
    }

    /// A proof over more bases than are allowed is no proof, whatever is left out of it.
    func expectForeignBasesRefused() throws {
        var handmade = HandmadeRegistration(small)
        handmade.constants[SmallWires.outputs[0]] = 1
        var registration = handmade.registration()
        let wires = small.circuit.wires
        let bases = wires.committed + wires.accumulators + [wires.mask]
        let challenge = handmade.challenge(.modelConstants, registration)
        registration.constantsProof = handmade.proof(
            [handmade.constants], over: bases + [SmallWires.outputs[0]], challenge)
        #expect(
            registration.constantsProof.holds(
                for: [registration.constants], over: handmade.points(bases + [SmallWires.outputs[0]]),
                challenge: challenge(registration.constantsProof.announcement)))
        expect(.sizesDiffer, "constantsProof.responses", of: registration)
        registration.constantsProof.responses.removeLast()
        expect(.openingProofFails, "constantsProof", of: registration)
        // The mask's response dropped, the output's in its place.
        registration.constantsProof = handmade.proof(
            [handmade.constants], over: bases.dropLast() + [SmallWires.outputs[0]], challenge)
        expect(.openingProofFails, "constantsProof", of: registration)
        // The proof of D in the place of that of the columns.
        handmade = HandmadeRegistration(small)
        registration = handmade.registration()
        registration.columnsProof = registration.constantsProof
        expect(.sizesDiffer, "columnsProof.responses", of: registration)
    }

    func expectOtherModelsRefused() throws {
        let honest = small.opening(seed: 5)
        let cheap = small.opening(of: .other, seed: 6)
        let registration = try register(honest, for: small.circuit, label: "Alice")
        let prepared = try small.prepared(registration)
        #expect(verify(try small.claim(of: .other, cheap), with: prepared) == .rejected(.equationFails))
        // The cheap model's values with the mask of the good one.
        var witness = Witness<F>([F](repeating: 0, count: 10))
        let x: [F] = [9, 15, 4]
        cheap.assign(to: &witness, for: x, small.circuit.wires)
        witness[.one] = 1
        let honestMask = honest.maskValue(for: x)
        witness[Wire(SmallWires.mask)] = honestMask
        witness[Wire(SmallWires.known)] = 2
        witness[Wire(1)] = witness[Wire(4)] * witness[Wire(6)]
        witness[Wire(9)] = witness[Wire(4)] * witness[Wire(5)]
        witness[Wire(2)] = witness[Wire(9)] * (witness[Wire(7)] + 2)
        let proof = try prove(witness, of: small.matrices, with: small.provingKey)
        let known = (1...3).map { witness[Wire($0)] }
        #expect(
            verify(RegisteredClaim(proof, knownValues: known, input: x), with: prepared)
                == .rejected(.equationFails))
        // Another registration than the pinned one, though sound.
        let other = try register(cheap, for: small.circuit, label: "Alice")
        #expect(throws: RegistrationError(.notPinned, "fingerprint")) {
            _ = try PreparedRegistration(
                other, pinned: registration.fingerprint, for: small.circuit, allowingDevelopmentKey: true)
        }
        // Parts of two sound registrations.
        var mixed = registration
        mixed.columns = other.columns
        mixed.columnsProof = other.columnsProof
        expect(.openingProofFails, "constantsProof", of: mixed)
    }

    func expectOtherCircuitsRefused() throws {
        let registration = try register(small.opening(), for: small.circuit, label: "Alice")
        let (key, wires) = (small.circuit.key, small.circuit.wires)
        let (known, input) = (small.circuit.knownRanges, small.circuit.inputRanges)
        let hash = small.circuit.circuitHash
        let swapped = try HiddenWires(
            instanceCount: 8, outputCount: 2, accumulators: [6, 7], committed: [4, 5], mask: 8)
        let wide = PublicInputRanges([.init(count: 3, range: 0...255)])
        let otherKey = try SmallCommittedCircuit<Curve>(seed: 9).circuit.key
        let circuits = try [
            CommittedCircuit(
                key: key, wires: swapped, circuitHash: hash, knownRanges: known, inputRanges: input),
            CommittedCircuit(
                key: key, wires: wires, circuitHash: hash, knownRanges: known, inputRanges: wide),
            CommittedCircuit(key: key, wires: wires, circuitHash: hash, inputRanges: input),
            CommittedCircuit(
                key: otherKey, wires: wires, circuitHash: hash, knownRanges: known, inputRanges: input),
        ]
        for circuit in circuits {
            #expect(throws: RegistrationError(.otherKey, "keyHash")) {
                try registration.check(against: circuit)
            }
            #expect(throws: RegistrationError(.otherKey, "keyHash")) {
                _ = try PreparedRegistration(registration, pinned: registration.fingerprint, for: circuit)
            }
            var renamed = registration
            renamed.keyHash = circuit.keyHash
            #expect(throws: RegistrationError.self) { try renamed.check(against: circuit) }
        }
        let other = try CommittedCircuit(
            key: key, wires: wires, circuitHash: Fingerprint(hashing: "other".utf8), knownRanges: known,
            inputRanges: input)
        #expect(throws: RegistrationError(.otherCircuit, "circuitHash")) {
            try registration.check(against: other)
        }
        #expect(throws: RegistrationError(.otherCircuit, "circuitHash")) {
            _ = try PreparedRegistration(registration, pinned: registration.fingerprint, for: other)
        }
        var renamed = registration
        renamed.circuitHash = other.circuitHash
        #expect(throws: RegistrationError(.openingProofFails, "constantsProof")) {
            try renamed.check(against: other)
        }
    }

    func expectRangesChecked() throws {
        let opening = small.opening()
        let registration = try register(opening, for: small.circuit, label: "Alice")
        let prepared = try small.prepared(registration)
        for (index, x) in [[16, 0, 0], [0, -1, 0], [0, 0, 256]].enumerated() {
            let claim = try small.claim(opening, x: x)
            #expect(try small.credulousVerdict(claim, registration) == .accepted, "the forgery is one")
            #expect(verify(claim, with: prepared) == .rejected(.modelInputOutOfRange(index: index)))
        }
        let claim = try small.claim(opening, t: 10)
        #expect(try small.credulousVerdict(claim, registration) == .accepted, "the forgery is one")
        #expect(verify(claim, with: prepared) == .rejected(.inputOutOfRange(index: 2)))
        var short = try small.claim(opening)
        short.input.removeLast()
        #expect(verify(short, with: prepared) == .rejected(.wrongModelInputCount(expected: 3, actual: 2)))
        // A value may not move from one list to the other.
        short = try small.claim(opening)
        short.knownValues.append(short.input.removeFirst())
        #expect(verify(short, with: prepared) == .rejected(.wrongInputCount(expected: 3, actual: 4)))
    }

    func expectReusedBlindingDetected() throws {
        // The same opening, registered twice.
        let opening = small.opening(seed: 12)
        let first = try register(opening, for: small.circuit, label: "Alice")
        let second = try register(opening, for: small.circuit, label: "Bob")
        #expect(first.sharesPoint(with: second))
        #expect(opening.firstBlinding(sharedWith: opening) == 0)
        // The same masks over other weights: the points differ, the openings tell.
        var model = SmallModel.other
        model.weights[2] = [1, 0]
        let other = small.opening(of: model, seed: 12)
        #expect(!(try register(other, for: small.circuit, label: "Bob")).sharesPoint(with: first))
        #expect(opening.firstBlinding(sharedWith: other) == 0)
        #expect(opening.firstBlinding(sharedWith: small.opening(seed: 13)) == nil)
        // A generator that is none.
        var constant = ConstantGenerator()
        let bad = ModelOpening<F>(
            columns: [[], [], []], biases: [0, 0], committed: [0, 0], using: &constant)
        #expect(bad.firstRepeatedBlinding == 1)
        #expect(throws: RegistrationError(.repeatedBlinding, "blinding[1]")) {
            _ = try register(bad, for: small.circuit, label: "Alice")
        }
        // Columns that anybody sees to be the same, and what is not blinded at all.
        var handmade = HandmadeRegistration(small)
        handmade.columns[1] = handmade.columns[0]
        expect(.repeatedPoint, "columns[1]", of: handmade.registration())
        handmade.columns[2] = [:]
        expect(.infinity, "columns[2]", of: handmade.registration())
        handmade.constants = [:]
        expect(.infinity, "constants", of: handmade.registration())
    }
}

private struct ConstantGenerator: RandomNumberGenerator {
    mutating func next() -> UInt64 { 5 }
}
