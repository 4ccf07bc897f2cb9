import CircuitFormats
import EllipticCurves
import FiniteFields
import Groth16
import Testing
import VerifierContracts

@Suite("Calls") struct CalldataTests {
    private let proof = Proof<BN254>(
        a: BN254.G1.generator, b: BN254.G2.generator, c: -BN254.G1.generator)

    @Test func layout() throws {
        let contract = try VerifierContract.allowing(SampleKey.file([.init(count: 2, range: -3...300)]))
        let call = try contract.calldata(for: proof, publicInputs: [-2, 300])
        #expect(call.count == contract.calldataLength && call.count == 4 + 32 * 10)
        #expect(contract.signature == "verifyProof(uint256[2],uint256[2][2],uint256[2],uint256[2])")
        // The selector that contracts of snarkjs have for two values, by eth-utils 6.0.0 from PyPI.
        #expect(hexadecimal(call.prefix(4)) == "f5c9d69e")
        let words = stride(from: 4, to: call.count, by: 32).map { Array(call[$0..<$0 + 32]) }
        let g2 = BN254.G2.generator
        let base = [
            BN254.G1.generator.x, BN254.G1.generator.y, g2.x.c1, g2.x.c0, g2.y.c1, g2.y.c0,
            BN254.G1.generator.x, -BN254.G1.generator.y,
        ]
        #expect(words.prefix(8).elementsEqual(base.map { $0.littleEndianBytes.reversed() }))
        #expect(words.suffix(2).elementsEqual([F(-2), 300].map { $0.littleEndianBytes.reversed() }))
    }

    @Test func pointsComeLast() throws {
        let key = SampleKey.key(inputCount: 3)
        let contract = try VerifierContract.allowing(VerifyingKeyFile(key), placement: .calldata)
        #expect(
            contract.signature == "verifyProof(uint256[2],uint256[2][2],uint256[2],uint256[3],uint256[6])")
        let call = try contract.calldata(for: proof, publicInputs: [1, 2, 3])
        #expect(call.count == contract.calldataLength && call.count == 4 + 32 * (8 + 3 + 6))
        #expect(Array(call.suffix(32)) == key.inputPoints[3].y.littleEndianBytes.reversed())
    }

    @Test func wrongValuesAreRefused() throws {
        let contract = try VerifierContract.allowing(SampleKey.file([.init(count: 2, range: -3...300)]))
        #expect(throws: ContractError.wrongInputCount(expected: 2, actual: 1)) {
            try contract.calldata(for: proof, publicInputs: [1])
        }
        #expect(throws: ContractError.inputOutOfRange(index: 1)) {
            try contract.calldata(for: proof, publicInputs: [1, 301])
        }
        #expect(throws: ContractError.inputOutOfRange(index: 0)) {
            try contract.calldata(for: proof, publicInputs: [-4, 301])
        }
    }
}
