public import ArgumentParser
public import Espalier

extension PointPlacement: ExpressibleByArgument {}

/// Which contract is meant: the same for writing and for calling it.
struct ContractOptions: ParsableArguments {
    @Argument(help: "The verifying key (.vkey.json, or the name given to setup).")
    var key: String

    @Option(help: "The model's registration (.registration), where weights are committed; it is checked.")
    var model: String?

    @Option(
        help: """
            Where the points of the public values are. code: in the verifier. data: in contracts of their own, \
            whose hashes stand in the verifier. calldata: in every call, their hash in the verifier (default: code \
            for up to 64 values, data for more).
            """)
    var placement: PointPlacement?

    @Flag(name: .customLong("allow-development"), help: "Accept a key whose maker could forge proofs.")
    var allowDevelopment = false

    /// The key's file, for errors that name it.
    var keyPath: String { FileName.key(key, suffix: ".vkey.json") }

    /// Reads the key, and the model into it.
    func keyFile() throws -> VerifyingKeyFile<BN254> {
        if let curve = CurveName(statedBy: keyPath), curve != .bn254 {
            throw FileError(
                .mismatch(
                    reason: "this key is of \(curve); contracts are for BN254, whose pairing every EVM has"),
                path: keyPath)
        }
        let file = try VerifyingKeyFile<BN254>(contentsOf: keyPath)
        let registration = try model.map {
            try ModelFiles.registration(
                contentsOf: FileName.key($0, suffix: ModelFiles.registrationSuffix), on: BN254.self)
        }
        do {
            return try file.contractKey(registration: registration)
        } catch let error as UnsoundRegistration {
            throw error
        } catch {
            return try FileError.naming(keyPath) { throw error }
        }
    }

    func contract(of file: VerifyingKeyFile<BN254>, name: String) throws -> VerifierContract {
        do {
            return try VerifierContract(
                file, name: name, placement: placement, allowingDevelopmentKey: allowDevelopment)
        } catch .key(let error) {
            return try FileError.naming(keyPath) { throw error }
        }
    }
}
