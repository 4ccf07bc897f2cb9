import Ceremony
import CircuitFormats
import ConstraintSystem
import EllipticCurves
import Foundation

/// The files that snarkjs made, see the README beside them.
struct SnarkjsFiles<Curve: CeremonyCurve> {
    let prefix: String

    init() { prefix = Curve.snarkjsName == "bn128" ? "bn254_" : "bls12381_" }

    /// The beacon of all of them.
    static var beacon: Beacon { Beacon((1...31).map { UInt8($0) }, iterationsExponent: 10)! }

    func bytes(_ name: String) throws -> [UInt8] {
        let directory = Bundle.module.url(forResource: "Vectors", withExtension: nil)!
        return [UInt8](try Data(contentsOf: directory.appendingPathComponent(prefix + name)))
    }

    func powers(_ name: String) throws -> PowersOfTauFile<Curve> {
        try PowersOfTauFile(decoding: FileBytes(bytes(name)))
    }

    func key(_ name: String) throws -> ZKeyFile<Curve> { try ZKeyFile(decoding: FileBytes(bytes(name))) }

    func system() throws -> RankOneConstraintSystem<Curve.ScalarField> {
        try R1CSFile(decoding: bytes("circuit.r1cs")).system
    }
}
