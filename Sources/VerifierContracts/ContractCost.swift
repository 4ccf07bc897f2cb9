/// What a contract costs, as measured with Vyper 0.4.3 under the prices of Prague; `Tests/Interoperability/contracts.py`
/// compares.
public struct ContractCost: Hashable, Sendable {
    /// The most bytes of code of a contract (EIP-170).
    public static let codeLimit = 24_576

    /// The code of the verifier has no more bytes than this.
    public let greatestRuntimeBytes: Int

    init(
        placement: PointPlacement, inputCount: Int, segments: [PointSegment], unchecked: [InputRun],
        hasDigits: Bool
    ) {
        greatestRuntimeBytes =
            4_096 + (hasDigits ? 1_024 : 0) + (placement == .code ? 82 * inputCount : 0) + 1_024
            * segments.count
            + 256 * unchecked.count
    }
}

extension VerifierContract {
    public var cost: ContractCost {
        let (segments, unchecked) = plan
        return ContractCost(
            placement: placement, inputCount: inputCount, segments: segments, unchecked: unchecked,
            hasDigits: hasDigits)
    }
}
