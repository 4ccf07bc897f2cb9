public import CircuitFormats
import ConstraintSystem
import Crypto
public import Groth16

/// A circuit's keys on disk: `NAME.zkey` for the prover, `NAME.vkey.json` for the verifier.
public struct KeyFiles: Hashable, Sendable {
    public let provingKeyPath: String
    public let verifyingKeyPath: String

    /// Writes both keys of a circuit, the points of the prover's to where cache lines begin.
    public static func write<Curve: InterchangeCurve>(
        _ key: ProvingKey<Curve>, of circuit: CircuitFile<Curve>, to name: String
    ) throws -> KeyFiles {
        try write(
            key, of: circuit.system, binding: circuit.keyBinding,
            circuit.description.verifyingKeyFile(for: key.verifyingKey), to: name)
    }

    /// Writes both keys of a circuit of another compiler.
    public static func write<Curve: InterchangeCurve>(
        _ key: ProvingKey<Curve>, of circuit: ForeignCircuit<Curve>, to name: String
    ) throws -> KeyFiles {
        try write(
            key, of: circuit.system, binding: keyBinding(ofCircuit: circuit.fingerprint.description),
            circuit.verifyingKeyFile(for: key.verifyingKey), to: name)
    }

    private static func write<Curve: InterchangeCurve>(
        _ key: ProvingKey<Curve>, of system: RankOneConstraintSystem<Curve.ScalarField>, binding: [UInt8],
        _ verifyingKey: VerifyingKeyFile<Curve>, to name: String
    ) throws -> KeyFiles {
        let matrices = ConstraintMatrices(system)
        let provingKey = ZKeyFile(key, a: matrices.a, b: matrices.b, circuitHash: binding)
        return try write(provingKey, verifyingKey, to: name)
    }

    /// Writes a key for the prover and one for the verifier, the points of the first to where cache lines begin.
    public static func write<Curve: InterchangeCurve>(
        _ provingKey: ZKeyFile<Curve>, _ verifyingKey: VerifyingKeyFile<Curve>, to name: String
    ) throws -> KeyFiles {
        let files = KeyFiles(provingKeyPath: name + ".zkey", verifyingKeyPath: name + ".vkey.json")
        var transaction = FileTransaction()
        try transaction.add(to: files.provingKeyPath) { sink throws(FileError) in
            try provingKey.encode(alignment: 64, to: sink)
        }
        try transaction.add(verifyingKey.encoded(), to: files.verifyingKeyPath)
        try transaction.commit()
        return files
    }

    /// Maps a proving key into memory and checks that it was made for the circuit.
    ///
    /// The points of wires stay in the file until a proof needs them; see `FileBytes(mapping:)` for what
    /// becomes of files that are changed meanwhile.
    public static func provingKey<Curve: InterchangeCurve>(
        contentsOf path: String, for circuit: CircuitFile<Curve>
    ) throws -> ProvingKey<Curve> {
        let file = try ZKeyFile<Curve>(mapping: path)
        guard file.isPlausible(for: circuit) else {
            throw FileError(
                .mismatch(
                    reason: "this key is for another circuit than \(circuit.path); make one with setup"),
                path: path)
        }
        return file.key
    }
}

extension ZKeyFile {
    /// Whether a key says that it is the circuit's. One of a ceremony carries the ceremony's hash and can only be asked
    /// for its sizes: a proof by the key of another circuit is found out before it leaves the prover.
    fileprivate func isPlausible(for circuit: CircuitFile<Curve>) -> Bool {
        guard !contributions.isEmpty else { return circuitHash == circuit.keyBinding }
        return key.wireCount == circuit.system.wireCount && key.publicCount == circuit.system.publicCount
            && key.constraintCount == circuit.system.constraints.count
    }

    /// Maps a proving key into memory: its points and matrices stay in the file until they are needed.
    init(mapping path: String) throws {
        let bytes = try ArtifactFile.map(path)
        do {
            try self.init(lazilyDecoding: bytes)
        } catch {
            throw FileError(decoding: path, as: "proving key", ".zkey, from setup", on: Curve.self, error)
        }
    }
}

extension CircuitFile {
    /// What ties a key of the project to its circuit.
    var keyBinding: [UInt8] { Espalier.keyBinding(ofCircuit: description.circuitSHA256) }
}

/// The SHA-512 of the .r1cs file's SHA-256 in text.
func keyBinding(ofCircuit sha256: String) -> [UInt8] { Array(SHA512.hash(data: Array(sha256.utf8))) }
