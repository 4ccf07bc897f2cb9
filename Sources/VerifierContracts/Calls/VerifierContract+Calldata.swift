public import EllipticCurves
public import FiniteFields
public import Groth16

extension VerifierContract {
    /// The function's name and types, as the selector is made of them.
    public var signature: String {
        let points = placement == .calldata ? ",uint256[\(2 * inputCount)]" : ""
        return "verifyProof(uint256[2],uint256[2][2],uint256[2],uint256[\(inputCount)]\(points))"
    }

    /// The first four bytes of a call.
    public var selector: [UInt8] { Array(Keccak256.hash(signature.utf8).prefix(4)) }

    /// The only length of a call that the contract takes.
    public var calldataLength: Int { pointsOffset + (placement == .calldata ? 64 * inputCount : 0) }

    /// Where the points begin in a call that brings them.
    var pointsOffset: Int { 4 + 32 * (8 + inputCount) }

    /// Keccak-256 of all Γ_i but Γ_0, as calls bring them.
    var pointsHash: [UInt8] { Keccak256.hash(encodedPoints) }

    private var encodedPoints: [UInt8] { key.inputPoints.dropFirst().flatMap(EVMWord.bytes) }

    /// Returns the bytes of a call that asks whether a proof holds; whether it does is not looked at.
    ///
    /// - Throws: `ContractError` if the values are not as many as the contract takes, or outside their ranges.
    public func calldata(
        for proof: Proof<BN254>, publicInputs: [BN254.ScalarField]
    ) throws(ContractError) -> [UInt8] {
        guard publicInputs.count == inputCount else {
            throw .wrongInputCount(expected: inputCount, actual: publicInputs.count)
        }
        if let index = ranges?.firstViolation(in: publicInputs) { throw .inputOutOfRange(index: index) }
        var bytes = selector + EVMWord.bytes(proof.a) + EVMWord.bytes(proof.b) + EVMWord.bytes(proof.c)
        for value in publicInputs { bytes += EVMWord.bytes(value) }
        if placement == .calldata { bytes += encodedPoints }
        return bytes
    }
}
