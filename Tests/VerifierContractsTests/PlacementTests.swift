import CircuitFormats
import EllipticCurves
import FiniteFields
import Groth16
import Testing
import VerifierContracts

@Suite("Where points are placed") struct PlacementTests {
    private func file(_ count: Int) -> VerifyingKeyFile<BN254> {
        SampleKey.file([.init(count: count, range: 0...255)])
    }

    @Test func manyPointsLeaveTheCode() throws {
        #expect(try VerifierContract.allowing(file(1)).placement == .code)
        #expect(try VerifierContract.allowing(file(64)).placement == .code)
        #expect(try VerifierContract.allowing(file(65)).placement == .data)
        #expect(try VerifierContract.allowing(file(65), placement: .code).placement == .code)
        #expect(try VerifierContract.allowing(file(3), placement: .calldata).placement == .calldata)
    }

    @Test(arguments: [(383, 1), (384, 2), (766, 2), (767, 3), (794, 3)])
    func dataContracts(count: Int, contracts: Int) throws {
        let key = file(count)
        let contract = try VerifierContract.allowing(key, placement: .data)
        #expect(contract.dataContracts.count == contracts)
        var bytes: [UInt8] = []
        for data in contract.dataContracts {
            #expect(data.code[0] == 0 && data.code.count <= ContractCost.codeLimit)
            #expect(data.code.count == contract.dataContracts[0].code.count)
            // PUSH2 of the length, and after ten bytes the code itself.
            #expect(data.deploymentCode[0] == 0x61)
            #expect(data.deploymentCode[1...2].reduce(0) { $0 << 8 | Int($1) } == data.code.count)
            #expect(Array(data.deploymentCode.dropFirst(10)) == data.code)
            #expect(data.codeHash == Keccak256.hash(data.code))
            bytes += data.code.dropFirst()
        }
        let coordinates = key.key.inputPoints.dropFirst().flatMap { [$0.x, $0.y] }
        for (index, coordinate) in coordinates.enumerated() {
            #expect(Array(bytes[32 * index..<32 * index + 32]) == coordinate.littleEndianBytes.reversed())
        }
        #expect(bytes.dropFirst(32 * coordinates.count).allSatisfy { $0 == 0 })
    }

    @Test func whatDoesNotFitIsRefused() throws {
        #expect(throws: ContractError.self) { try VerifierContract.allowing(file(794), placement: .code) }
        // As many ranges as values: a check for each of them.
        let ranges = (0..<300).map { PublicInputRanges.Run(count: 1, range: -1...Int128($0 + 300)) }
        let error = #expect(throws: ContractError.self) {
            try VerifierContract.allowing(SampleKey.file(ranges), placement: .data)
        }
        guard case .tooLarge(let bytes, let limit) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(bytes > limit && limit == 24_576)
    }

    @Test func unusableKeysAreRefused() throws {
        let key = SampleKey.key(inputCount: 2)
        #expect(throws: ContractError.key(KeyError(.developmentKey, ""))) {
            try VerifierContract(VerifyingKeyFile(key))
        }
        var broken = key
        broken.delta2 = key.gamma2
        #expect(throws: ContractError.key(KeyError(.deltaIsGamma, "delta2"))) {
            try VerifierContract.allowing(VerifyingKeyFile(broken))
        }
        broken = key
        broken.inputPoints[2] = -key.inputPoints[1]
        #expect(throws: ContractError.key(KeyError(.repeatedPoint, "inputPoints[2]"))) {
            try VerifierContract.allowing(VerifyingKeyFile(broken))
        }
        #expect(throws: ContractError.noPublicInputs) {
            try VerifierContract.allowing(VerifyingKeyFile(SampleKey.key(inputCount: 0)))
        }
        let hidden = try HiddenWires(instanceCount: 2, outputCount: 1, mask: 2)
        #expect(throws: ContractError.hiddenWires) {
            try VerifierContract.allowing(VerifyingKeyFile(key, hidden: hidden))
        }
        for name in ["", "a", "A b", "A}", "Ä", "1A", "A\n", String(repeating: "A", count: 65)] {
            #expect(throws: ContractError.invalidName) {
                try VerifierContract(VerifyingKeyFile(key), name: name, allowingDevelopmentKey: true)
            }
        }
    }
}
