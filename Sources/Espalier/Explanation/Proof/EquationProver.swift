import BigInt
import CircuitFormats
import ConstraintSystem
import FiniteFields
import Groth16

/// Makes real proofs about an equation on one curve.
struct EquationProver<Curve: InterchangeCurve> {
    typealias F = Curve.ScalarField

    private let flattened: FlattenedEquation
    private let bits: Int
    private let bounds: EquationBounds
    private let circuit: EquationCircuit<F>

    /// A key, a proof, what they are about, and how long they took.
    private struct Session {
        let key: ProvingKey<Curve>
        let proof: Proof<Curve>
        let setupSeconds: Double
        let proveSeconds: Double
    }

    /// Compiles the equation with range checks.
    ///
    /// - Parameter bits: of each variable, sign included.
    /// - Throws: `ProofObstacle` if the sides could be further apart than the field is large.
    init(_ flattened: FlattenedEquation, bits: Int, on _: Curve.Type) throws {
        self.flattened = flattened
        self.bits = bits
        bounds = EquationBounds(flattened, bits: bits)
        guard bounds.fit(below: F.modulus) else {
            throw ProofObstacle.wraparound(
                bits: bits, distanceBits: bounds.bitCount, curve: Curve.name, fieldBits: F.modulusBitCount,
                suggestion: EquationBounds.largestBits(flattened, below: F.modulus, upTo: bits))
        }
        circuit = try EquationCircuit(flattened, scale: bounds.scale, bits: bits)
    }

    /// Proves that somebody knows the solution, verifies the proof, and tries to pass off another statement.
    ///
    /// - Throws: `ProofObstacle` for a solution that is not of integers in range; `DemonstrationError` if the
    ///   verifier refuses the honest proof or accepts a forged one.
    func prove(_ solution: EquationSolution, progress: ProgressHandler) throws -> EquationProof {
        guard solution.isInteger else { throw ProofObstacle.noIntegers }
        for (name, value) in zip(flattened.variables, solution.values)
        where !bounds.range.contains(value.numerator) {
            throw ProofObstacle.outsideRange(variable: name, bits: bits)
        }
        let step = "Prove on \(Curve.name)"
        progress(.running(step))
        let circuit = circuit.circuit
        let session = try Self.session(circuit, solution.values.map { F($0) })
        let verifier = try PreparedVerifyingKey(session.key.verifyingKey, allowingDevelopmentKey: true)
        let (verdict, verifySeconds) = Self.timed {
            verify(session.proof, publicInputs: [self.circuit.target], with: verifier)
        }
        if case .rejected(let reason) = verdict {
            throw DemonstrationError.refused(reason: reason.description)
        }
        let refusals = try refusals(of: session, verifier)
        progress(.finished(step))
        return EquationProof(
            curve: CurveName(of: Curve.self), statement: statement, bits: bits,
            distanceBits: bounds.bitCount, fieldBits: F.modulusBitCount,
            constraints: circuit.constraintCount,
            regions: circuit.costs(depth: 1).map { .init(name: $0.path, constraints: $0.constraints) },
            domainSize: session.key.domainSize, publicValue: self.circuit.target.description,
            provingKeyBytes: ZKeyFile(
                session.key, a: circuit.matrices.a, b: circuit.matrices.b,
                circuitHash: [UInt8](repeating: 0, count: 64)
            ).encoded().count,
            verifyingKeyBytes: VerifyingKeyFile(session.key.verifyingKey).encoded().count,
            proofBytes: ProofFile.encode(session.proof).count, setupSeconds: session.setupSeconds,
            proveSeconds: session.proveSeconds, verifySeconds: verifySeconds, refusals: refusals)
    }

    /// What a verifier is convinced of.
    private var statement: String {
        let names = flattened.variables
        let what = names.count == 1 ? "an integer" : "integers"
        return "somebody knows \(what) \(names.joined(separator: ", ")) from "
            + "\(NumberText.grouped(bounds.range.lowerBound)) to "
            + "\(NumberText.grouped(bounds.range.upperBound)) with \(flattened.equation.source.onSingleLine)"
    }

    private func refusals(
        of session: Session, _ verifier: PreparedVerifyingKey<Curve>
    ) throws -> [EquationProof.Refusal] {
        var swapped = session.proof
        swapped.c = swapped.a
        let one = F(bounds.scale)
        let attacks = [
            ("the right side raised by one", session.proof, circuit.target + one),
            ("C of the proof replaced by A", swapped, circuit.target),
        ]
        return try attacks.map { name, proof, target in
            guard case .rejected(let reason) = verify(proof, publicInputs: [target], with: verifier) else {
                throw DemonstrationError.accepted(attack: name)
            }
            return .init(attack: name, reason: reason.description)
        }
    }
}

// MARK: - The field's own solutions

extension EquationProver {
    /// Finds all solutions of an equation in one variable in the field, and proves one that is no integer in range
    /// with a circuit that lacks the range checks.
    ///
    /// - Returns: nil for more variables, and where every element of the field is a solution.
    static func fieldSolutions(
        of flattened: FlattenedEquation, bits: Int, on _: Curve.Type
    ) throws -> FieldSolutions? {
        guard flattened.variables.count == 1 else { return nil }
        let polynomial = FieldPolynomial<F>(flattened.polynomial([nil]).numerator.coefficients.map { F($0) })
        guard polynomial.degree >= 0 else { return nil }
        let bounds = EquationBounds(flattened, bits: bits)
        let roots = polynomial.roots
        let foreign = roots.filter { root in
            let value = BigInt(BigUInt(words: root.canonicalWords.map { UInt($0) }))
            let signed = 2 * value > F.modulus ? value - F.modulus : value
            return !bounds.range.contains(signed)
        }
        let example = foreign.min { $0.description.isSmallerDecimal(than: $1.description) }
        var accepted = false
        var refusal: String?
        if let example {
            let open = try EquationCircuit<F>(flattened, scale: bounds.scale, bits: nil)
            let session = try session(open.circuit, [example])
            let verifier = try PreparedVerifyingKey(session.key.verifyingKey, allowingDevelopmentKey: true)
            accepted = verify(session.proof, publicInputs: [open.target], with: verifier).isAccepted
            let closed = try EquationCircuit<F>(flattened, scale: bounds.scale, bits: bits)
            do {
                _ = try closed.circuit.witness(publicInputs: [], privateInputs: [example])
            } catch {
                refusal = error.description
            }
        }
        return FieldSolutions(
            curve: CurveName(of: Curve.self), count: roots.count, foreignCount: foreign.count,
            example: example?.description, isAcceptedWithoutRangeChecks: accepted, refusal: refusal)
    }

    private static func session(_ circuit: Circuit<F>, _ inputs: [F]) throws -> Session {
        let (key, setupSeconds) = try timed { try setup(circuit.system, on: Curve.self) }
        let witness = try circuit.witness(publicInputs: [], privateInputs: inputs)
        let clock = ContinuousClock.now
        let proof = try Groth16.prove(witness, of: circuit.matrices, with: key)
        return Session(
            key: key, proof: proof, setupSeconds: setupSeconds,
            proveSeconds: clock.duration(to: .now) / .seconds(1))
    }

    private static func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, seconds: Double) {
        let clock = ContinuousClock.now
        let result = try body()
        return (result, clock.duration(to: .now) / .seconds(1))
    }
}

extension String {
    /// Compares numbers without sign and leading zeros.
    fileprivate func isSmallerDecimal(than other: String) -> Bool {
        (count, self) < (other.count, other)
    }
}
