import EllipticCurves

/// Points as the code of a contract, which is the cheapest place to read many words from.
public struct DataContract: Hashable, Sendable {
    /// The code: a zero byte, then 64 bytes for each point.
    ///
    /// The zero is the instruction STOP: whoever calls the contract runs nothing of what the points may happen to
    /// spell, so that code of this hash stays what it is for ever. It also keeps the first byte from being 0xef,
    /// which EIP-3541 refuses.
    public let code: [UInt8]

    /// The most points that fit below the limit of EIP-170.
    static let capacity = (ContractCost.codeLimit - 1) / 64

    init(_ points: [AffinePoint<BN254.G1>]) {
        precondition(points.count <= Self.capacity, "more points than a contract holds")
        code = [0] + points.flatMap(EVMWord.bytes)
    }

    /// Keccak-256 of the code, what EXTCODEHASH says of the contract (EIP-1052).
    public var codeHash: [UInt8] { Keccak256.hash(code) }

    /// What is sent to deploy the contract: ten bytes that return all that follows them, and the code.
    public var deploymentCode: [UInt8] {
        // PUSH2 length, DUP1, PUSH1 10, RETURNDATASIZE, CODECOPY, RETURNDATASIZE, RETURN
        [0x61, UInt8(code.count >> 8), UInt8(code.count & 255), 0x80, 0x60, 10, 0x3d, 0x39, 0x3d, 0xf3] + code
    }
}
