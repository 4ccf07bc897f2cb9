import EllipticCurves
import FiniteFields

extension VerifierContract {
    /// The order of the field of coordinates (EIP-196).
    package static let p = "21888242871839275222246405745257275088696311157297823662689037894645226208583"
    /// The order of the groups (EIP-196).
    package static let r = "21888242871839275222246405745257275088548364400416034343698204186575808495617"

    /// The moduli and the key. All numbers are those of the key's file, so that they can be compared.
    func writeConstants(to writer: inout ContractWriter) {
        writer.comment("The order of the base field, and that of the scalar field.")
        writer.constant("P", Self.p)
        writer.constant("R", Self.r)
        writer.blank()
        writer.comment("The key: alpha, beta, gamma and delta; c1 is the coefficient of u, and comes first.")
        writer.constant("ALPHA_X", key.alpha1.x.description)
        writer.constant("ALPHA_Y", key.alpha1.y.description)
        for (name, point) in [("BETA", key.beta2), ("GAMMA", key.gamma2), ("DELTA", key.delta2)] {
            writer.constant("\(name)_X_C1", point.x.c1.description)
            writer.constant("\(name)_X_C0", point.x.c0.description)
            writer.constant("\(name)_Y_C1", point.y.c1.description)
            writer.constant("\(name)_Y_C0", point.y.c0.description)
        }
        writer.blank()
        writer.comment("The point of the constant 1.")
        writer.constant("ONE_X", key.inputPoints[0].x.description)
        writer.constant("ONE_Y", key.inputPoints[0].y.description)
        writer.blank()
        writePins(to: &writer)
    }

    /// The hashes of what does not stand in the code.
    private func writePins(to writer: inout ContractWriter) {
        switch placement {
        case .code: return
        case .calldata:
            writer.comment("Keccak-256 of the points of the values, 64 bytes each.")
            writer.constant("POINTS_HASH", "0x" + EVMWord.hexadecimal(pointsHash), type: "bytes32")
        case .data:
            writer.comment("Keccak-256 of the code of the contracts that hold the points of the values.")
            for (index, contract) in dataContracts.enumerated() {
                writer.constant(
                    "DATA\(index)_HASH", "0x" + EVMWord.hexadecimal(contract.codeHash), type: "bytes32")
            }
        }
        writer.blank()
    }

    /// Takes the addresses of data contracts, once and for all.
    ///
    /// The hashes are compared here alone. That is enough: code that begins with STOP can do nothing, so also not
    /// destroy itself, and the account of a key that delegates (EIP-7702) has another hash. Whoever deploys could
    /// only choose between contracts of the same code.
    func writeConstructor(to writer: inout ContractWriter) {
        if dataContracts.isEmpty { return }
        for index in dataContracts.indices {
            writer.line("address public immutable data\(index);", "data\(index): public(immutable(address))")
        }
        writer.blank()
        let parameters = dataContracts.indices.map { ("address data\($0)_", "data\($0)_: address") }
        writer.decorator("@deploy", solidity: "Code of these hashes begins with STOP, and never changes.")
        writer.block(
            "constructor(\(parameters.map(\.0).joined(separator: ", ")))",
            "def __init__(\(parameters.map(\.1).joined(separator: ", "))):"
        ) { writer in
            for index in dataContracts.indices {
                writer.require("data\(index)_.codehash == DATA\(index)_HASH", "data\(index)")
                writer.statement("data\(index) = data\(index)_")
            }
        }
        writer.blank()
        writer.decorator("@internal", solidity: "Returns the points in a data contract, all words of them.")
        writer.decorator("@view", solidity: "The first byte of the code is no part of them.")
        let words = "uint256[\(2 * listLength)]"
        writer.block(
            "function _points(address data) private view returns (\(words) memory points)",
            "def _points(data: address) -> \(words):"
        ) { writer in
            writer.line(
                "assembly (\"memory-safe\") { extcodecopy(data, points, 1, \(64 * listLength)) }",
                "return abi_decode(slice(data.code, 1, \(64 * listLength)), \(words))")
        }
        writer.blank()
    }
}
