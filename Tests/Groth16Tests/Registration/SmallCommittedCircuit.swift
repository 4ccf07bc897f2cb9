import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

/// Three public pixels of four bits, two hidden accumulators z = Wx + b, two committed wires k, a known number t,
/// and y = (z_0 k_0, z_0 z_1 (k_1 + t)).
struct SmallCommittedCircuit<Curve: PairingCurve> {
    typealias F = Curve.ScalarField

    let matrices: ConstraintMatrices<F>
    let provingKey: ProvingKey<Curve>
    let circuit: CommittedCircuit<Curve>

    init(seed: UInt64 = 1) throws {
        func sum(_ wires: Int...) -> LinearCombination<F> {
            .sum(ofTerms: wires.map { LinearCombination<F>.Term(Wire($0), 1) })
        }
        let product = 9
        let system = RankOneConstraintSystem<F>(
            publicOutputCount: 2, publicInputCount: 6, wireCount: 10,
            constraints: [
                Constraint(sum(4), sum(6), sum(1)), Constraint(sum(4), sum(5), sum(product)),
                Constraint(sum(product), sum(7, 3), sum(2)),
            ])
        var generator = SeededGenerator(seed: seed)
        matrices = ConstraintMatrices(system)
        provingKey = try setup(system, on: Curve.self, using: &generator)
        circuit = try CommittedCircuit(
            key: provingKey.verifyingKey,
            wires: HiddenWires(
                instanceCount: 8, outputCount: 2, accumulators: SmallWires.accumulators,
                committed: SmallWires.committed, mask: SmallWires.mask),
            circuitHash: Fingerprint(hashing: "small".utf8),
            knownRanges: PublicInputRanges([
                .init(count: 2, range: -100_000...100_000), .init(count: 1, range: 0...9),
            ]),
            inputRanges: PublicInputRanges([.init(count: 3, range: 0...15)]))
    }

    func opening(of model: SmallModel = SmallModel(), seed: UInt64 = 2) -> ModelOpening<F> {
        var generator = SeededGenerator(seed: seed)
        return ModelOpening(
            columns: model.weights.map { column in
                column.enumerated().filter { $1 != 0 }.map { .init(accumulator: $0, value: F($1)) }
            },
            biases: model.biases.map { F($0) }, committed: model.committed.map { F($0) }, using: &generator)
    }

    /// Returns an honest proof, with values by another way than the library's.
    func claim(
        of model: SmallModel = SmallModel(), _ opening: borrowing ModelOpening<F>, x: [Int] = [9, 15, 4],
        t: Int = 2
    ) throws -> RegisteredClaim<Curve> {
        let z = (0..<2).map { j in
            x.indices.reduce(model.biases[j]) { $0 + x[$1] * model.weights[$1][j] }
        }
        let k = model.committed
        let y = [z[0] * k[0], z[0] * z[1] * (k[1] + t)]
        let pixels = x.map { F($0) }
        let values = [1] + y + [t] + z + k
        var witness = Witness<F>(
            values.map { F($0) } + [opening.maskValue(for: pixels), F(z[0] * z[1])])
        opening.assign(to: &witness, for: pixels, circuit.wires)
        let proof = try prove(witness, of: matrices, with: provingKey)
        return RegisteredClaim(proof, knownValues: (y + [t]).map { F($0) }, input: pixels)
    }

    func prepared(
        _ registration: ModelRegistration<Curve>
    ) throws -> PreparedRegistration<Curve> {
        try PreparedRegistration(checking: registration, for: circuit, allowingDevelopmentKey: true)
    }

    /// The verdict of somebody who believes any registration.
    func credulousVerdict(
        _ claim: RegisteredClaim<Curve>, _ registration: ModelRegistration<Curve>
    ) throws -> Verdict {
        let key = circuit.uncheckedKey(with: registration)
        return verify(
            claim.proof, publicInputs: claim.knownValues + claim.input,
            with: try PreparedVerifyingKey(key, allowingDevelopmentKey: true))
    }
}
