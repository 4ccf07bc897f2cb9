import CircuitFormats
public import ConstraintSystem
import Crypto
public import EllipticCurves
import Foundation
public import NetworkCompiler
public import NeuralNetworks

/// A circuit on disk: `NAME.r1cs`, which other tools open, and `NAME.circuit.json` with what it cannot say.
public struct CircuitFile: Sendable {
    public let path: String
    public let system: RankOneConstraintSystem<BN254.ScalarField>
    public let description: CircuitDescription

    /// Writes both files.
    public static func write(_ circuit: NetworkCircuit, to path: String) throws -> CircuitFile {
        let bytes = R1CSFile(circuit.circuit.system).encoded()
        let description = CircuitDescription(circuit, circuitSHA256: sha256(bytes))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        var files = FileTransaction()
        try files.add(bytes, to: path)
        try files.add(try encoder.encode(description), to: descriptionPath(path))
        try files.commit()
        return CircuitFile(path: path, system: circuit.circuit.system, description: description)
    }

    private init(
        path: String, system: RankOneConstraintSystem<BN254.ScalarField>, description: CircuitDescription
    ) {
        self.path = path
        self.system = system
        self.description = description
    }

    /// Reads both files and checks that they belong together.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path)
        do {
            system = try R1CSFile<BN254.ScalarField>(decoding: bytes).system
        } catch {
            throw FileError(
                .malformed(reason: "this is no circuit over BN254 (.r1cs, from compile): \(error)"),
                path: path)
        }
        description = try CircuitDescription(of: path, system, sha256: sha256(bytes))
        self.path = path
    }

    /// Returns the circuit again from its network, with the witness program that an .r1cs file lacks.
    ///
    /// - Throws: `FileError` if the network's circuit is another one.
    public func recompiled(_ network: IntegerNetwork, from networkPath: String) throws -> NetworkCircuit {
        let compiled: NetworkCircuit = try network.compiled(description.options)
        let hash = sha256(R1CSFile(compiled.circuit.system).encoded())
        guard CircuitDescription(compiled, circuitSHA256: hash) == description else {
            throw FileError(
                .mismatch(reason: "the circuit \(path) was compiled from another network; compile this one"),
                path: networkPath)
        }
        return compiled
    }

    static func descriptionPath(_ path: String) -> String {
        (path.hasSuffix(".r1cs") ? String(path.dropLast(5)) : path) + ".circuit.json"
    }
}

/// Returns the SHA-256 of bytes in hexadecimal.
func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
}
