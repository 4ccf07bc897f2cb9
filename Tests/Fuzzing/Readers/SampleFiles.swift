import CircuitFormats
import ConstraintSystem
import EllipticCurves
import Groth16
import TestSupport

/// A small random circuit in every kind of file, the same each time.
struct SampleFiles<Curve: InterchangeCurve>: Sendable {
    let r1cs: [UInt8]
    let wtns: [UInt8]
    let zkey: [UInt8]
    let alignedZkey: [UInt8]
    let vkey: [UInt8]
    let proof: [UInt8]
    let arkworksKey: [UInt8]
    let gnarkKey: [UInt8]
    private let proofPoints: Proof<Curve>
    let publicInputs: [UInt8]

    init(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let system = RandomSystem<Curve.ScalarField>(
            outputs: 1, inputs: 2, constraints: 4, using: &generator)
        let key = try setup(system.system, on: Curve.self, using: &generator)
        r1cs = R1CSFile(system.system).encoded()
        wtns = WitnessFile.encode(Witness(system.values))
        let matrices = system.matrices
        let file = ZKeyFile(
            key, a: matrices.a, b: matrices.b, circuitHash: (0..<64).map { UInt8($0) })
        zkey = file.encoded()
        alignedZkey = file.encoded(alignment: 64)
        vkey = VerifyingKeyFile(
            key.verifyingKey,
            ranges: PublicInputRanges([.init(count: 1, range: -7...900), .init(count: 2, range: 0...255)]),
            annotations: ["model": "a \"quoted\" name"]
        ).encoded()
        proofPoints = try prove(Witness(system.values), of: matrices, with: key, using: &generator)
        proof = ProofFile.encode(proofPoints)
        arkworksKey = key.verifyingKey.arkworksBytes
        gnarkKey = key.gnarkVerifyingKeyBytes
        publicInputs = PublicInputsFile.encode(system.publicInputs)
    }

    func proof(as encoding: PointEncoding) -> [UInt8] { ProofFile.encode(proofPoints, as: encoding) }
}

extension SampleFiles where Curve == BN254 {
    private static let made = Result { try SampleFiles<BN254>(seed: 80) }
    private static let madeOther = Result { try SampleFiles<BLS12381>(seed: 81) }

    /// Returns one file of each curve.
    static func both(
        _ first: (SampleFiles<BN254>) -> [UInt8], or second: (SampleFiles<BLS12381>) -> [UInt8]
    ) throws -> [[UInt8]] {
        [first(try made.get()), second(try madeOther.get())]
    }
}
