public import CircuitFormats
import ConstraintSystem
import EllipticCurves
public import Groth16

/// Proves from two files that any tool may have made: a proving key (.zkey), which is mapped into memory, and a witness
/// (.wtns).
public struct WitnessProver<Curve: InterchangeCurve>: Sendable {
    public let path: String
    private let file: ZKeyFile<Curve>
    /// The verifying key beside the file, if it is this key's.
    private let neighbour: VerifyingKeyFile<Curve>?

    /// Maps a proving key.
    ///
    /// - Throws: `FileError` if it cannot be read, is damaged, or is one with which anybody could forge proofs: then no
    ///   verifier should accept one that is made with it. Also where the verifying key beside it says that some of its
    ///   public wires are hidden: their values are secrets.
    public init(contentsOf path: String) throws {
        self.path = path
        let file = try ZKeyFile<Curve>(mapping: path)
        try FileError.naming(path) { try file.key.verifyingKey.validate() }
        self.file = file
        let name = (path.hasSuffix(".zkey") ? String(path.dropLast(5)) : path) + ".vkey.json"
        let hasNeighbour = (try? ArtifactFile.size(of: name)) != nil
        let found = try hasNeighbour ? VerifyingKeyFile<Curve>(contentsOf: name) : nil
        neighbour = found.flatMap { $0.key.hasPoints(of: file.key.verifyingKey) ? $0 : nil }
        if neighbour?.hidden != nil {
            throw FileError(
                .mismatch(
                    reason:
                        "weights or inputs of its circuit are committed, and would stand among the public values; "
                        + "prove with the network and its openings"), path: path)
        }
    }

    /// The key; whether it is a development key stands in its verifying key.
    public var key: ProvingKey<Curve> { file.key }

    /// The verifying key: the one beside the file, or else one that says nothing of its public values and counts
    /// as a development key, because nobody has checked its history.
    public var verifyingKeyFile: VerifyingKeyFile<Curve> {
        if let neighbour { return neighbour }
        var key = key.verifyingKey
        key.isDevelopment = true
        return VerifyingKeyFile(key)
    }

    /// How many parties have contributed to the key. What they did is not checked here.
    public var contributionCount: Int { file.contributions.count }

    /// Returns a proof with the public values of a witness in a file.
    ///
    /// It has been verified: nobody who gets it learns more than the public values, whoever has made the key.
    ///
    /// - Throws: `FileError` for a witness that cannot be read, is another circuit's, or does not satisfy this one; for a
    ///   damaged key.
    public func prove(witness witnessPath: String) throws -> Claim<Curve> {
        let bytes = try ArtifactFile.map(witnessPath)
        let witness: Witness<Curve.ScalarField>
        do {
            witness = try WitnessFile.decode(bytes)
        } catch {
            throw FileError(decoding: witnessPath, as: "witness", ".wtns", on: Curve.self, error)
        }
        guard witness.count == key.wireCount else {
            throw FileError(
                .mismatch(
                    reason:
                        "this witness has \(NumberText.grouped(witness.count)) wires, the circuit of \(path) has "
                        + "\(NumberText.grouped(key.wireCount)): it is another circuit's"),
                path: witnessPath)
        }
        return try prove(witness, from: witnessPath)
    }

    private func prove(
        _ witness: borrowing Witness<Curve.ScalarField>, from witnessPath: String
    ) throws -> Claim<Curve> {
        do {
            let proof = try file.prove(witness)
            return Claim(proof, publicInputs: (1..<key.publicCount + 1).map { witness[Wire($0)] })
        } catch {
            switch error {
            case .nothingProved, .unsatisfied:
                throw FileError(
                    .mismatch(
                        reason:
                            "this witness does not satisfy the circuit of \(path), or that key is another "
                            + "circuit's or was changed: what came of them proves nothing and was thrown away"
                    ),
                    path: witnessPath)
            case .sizesDiffer, .constantIsNotOne, .keyDoesNotFit, .invalidCoefficient, .invalidPoint:
                throw FileError(.malformed(reason: ErrorSentence.sentence(error)), path: path)
            }
        }
    }
}

extension VerifyingKey {
    /// Whether two keys are the same, whatever they say of how they were made.
    fileprivate func hasPoints(of other: VerifyingKey) -> Bool {
        var other = other
        other.isDevelopment = isDevelopment
        return self == other
    }
}
