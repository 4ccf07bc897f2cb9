/// What is known of a contract before anybody compiles it.
public struct ContractCost: Hashable, Sendable {
    /// The most bytes of code of a contract (EIP-170).
    public static let codeLimit = 24_576

    /// The code of the verifier, as Vyper 0.4.3 makes it, has no more bytes than this.
    ///
    /// Every part is measured and rounded up by a tenth or more: a word in the code is a PUSH32 and where it goes,
    /// and words that are read from a data contract are copied by an instruction each.
    /// `Tests/interop/contracts.py` compares.
    public let greatestRuntimeBytes: Int

    init(_ contract: VerifierContract) {
        let (segments, unchecked) = contract.plan
        let products = segments.count { $0.method == .product }
        var bytes = 1_600 + 180 * unchecked.count + 400 * products + 700 * (segments.count - products)
        if contract.hasDigits { bytes += 1_000 }
        switch contract.placement {
        case .code: bytes += 90 * contract.inputCount
        case .data: bytes += 22 * contract.listLength + 100 * contract.dataContracts.count
        case .calldata: bytes += 200
        }
        greatestRuntimeBytes = bytes
    }
}

extension VerifierContract {
    public var cost: ContractCost { ContractCost(self) }
}
