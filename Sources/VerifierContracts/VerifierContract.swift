public import CircuitFormats
public import EllipticCurves
import Groth16

/// A contract that checks Groth16 proofs under one verifying key, in Solidity and in Vyper.
///
/// Both texts come from one description and are parallel line for line. The contract calls no other code than
/// the precompiles of EIP-196 and EIP-197, and checks the ranges of all public values, which circuits rely on. Its
/// function for keys of few values is the one of snarkjs's contracts:
/// `verifyProof(uint256[2] a, uint256[2][2] b, uint256[2] c, uint256[N] inputs) view returns (bool)`.
///
/// It answers false exactly where a proof is wrong or a value outside its range, and reverts where it was not asked
/// properly: another length of the call, other points than the pinned ones, too little gas. A caller who punishes
/// for `false` can therefore not be made to by whoever carries the call.
public struct VerifierContract: Sendable {
    public let name: String
    public let placement: PointPlacement
    /// N, the number of public values.
    public let inputCount: Int
    /// What is deployed before the verifier, whose constructor takes their addresses in this order; empty unless
    /// points are placed there.
    public let dataContracts: [DataContract]

    let key: VerifyingKey<BN254>
    let ranges: PublicInputRanges?
    /// The registered model in the key, as its file says.
    let registration: Fingerprint?
    /// How many points one list holds.
    let listLength: Int

    /// - Parameters:
    ///   - file: a key, and the ranges of its values; with a registered model in it where weights are hidden.
    ///   - name: the contract's.
    ///   - placement: nil takes `.code` for up to 64 values, and `.data` for more.
    ///   - allowingDevelopmentKey: true accepts a key whose trapdoor one process knew.
    /// - Throws: `ContractError`.
    public init(
        _ file: VerifyingKeyFile<BN254>, name: String = "Groth16Verifier", placement: PointPlacement? = nil,
        allowingDevelopmentKey: Bool = false
    ) throws(ContractError) {
        guard file.hidden == nil else { throw .hiddenWires }
        guard file.key.publicCount > 0 else { throw .noPublicInputs }
        guard Self.isName(name) else { throw .invalidName }
        do { _ = try file.prepared(allowingDevelopmentKey: allowingDevelopmentKey) } catch {
            throw .key(error)
        }
        key = file.key
        ranges = file.ranges
        registration = file.annotations["registration"].flatMap { Fingerprint(hexadecimal: $0) }
        self.name = name
        inputCount = key.publicCount
        self.placement = placement ?? (inputCount <= Self.greatestCountInCode ? .code : .data)
        // As many points in each data contract, so that one piece of code reads all of them.
        let listCount =
            self.placement == .data ? (inputCount + DataContract.capacity - 1) / DataContract.capacity : 1
        listLength = (inputCount + listCount - 1) / listCount
        dataContracts = self.placement == .data ? Self.dataContracts(key.inputPoints, listLength) : []
        let bytes = cost.greatestRuntimeBytes
        guard bytes <= ContractCost.codeLimit else {
            throw .tooLarge(bytes: bytes, limit: ContractCost.codeLimit)
        }
    }

    /// The most values whose points stand in the code unless something else is asked for.
    static let greatestCountInCode = 64

    /// A name that is no word of either language: those do not begin with a capital.
    private static func isName(_ text: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) }
        let bytes = Array(text.utf8)
        guard (1...64).contains(bytes.count), (0x41...0x5a).contains(bytes[0]) else { return false }
        return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }

    private static func dataContracts(
        _ inputPoints: [AffinePoint<BN254.G1>], _ listLength: Int
    ) -> [DataContract] {
        stride(from: 1, to: inputPoints.count, by: listLength).map { start in
            let points = Array(inputPoints[start..<min(start + listLength, inputPoints.count)])
            return DataContract(
                points + Array(repeating: .infinity, count: listLength - points.count))
        }
    }

    /// The loops over the values, and the ranges that stand outside them.
    var plan: (segments: [PointSegment], unchecked: [InputRun]) {
        PointSegment.plan(InputRun.runs(ranges, count: inputCount), listLength: listLength)
    }

    /// Whether some values are added by their digits.
    var hasDigits: Bool { plan.segments.contains { $0.method != .product } }
}
