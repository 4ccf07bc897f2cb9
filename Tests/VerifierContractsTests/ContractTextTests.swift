import CircuitFormats
import EllipticCurves
import FiniteFields
import Groth16
import Testing
import VerifierContracts

/// What the texts of contracts say. That they compile, and what they do, is seen in an EVM by
/// `Tests/interop/contracts.py`.
@Suite("Texts of contracts") struct ContractTextTests {
    @Test(arguments: PointPlacement.allCases, [3, 40, 150])
    func bothLanguagesAreParallel(placement: PointPlacement, pixels: Int) throws {
        let file = SampleKey.file([.init(count: 2, range: -5...9), .init(count: pixels, range: 0...255)])
        let contract = try VerifierContract.allowing(file, placement: placement)
        let (solidity, vyper) = (contract.sourceLines(.solidity), contract.sourceLines(.vyper))
        #expect(solidity.count == vyper.count && solidity.count == contract.lines.count + 1)
        #expect(solidity.last == "" && !solidity.contains { $0.hasSuffix(" ") || $0.contains("\t") })
        for (ours, theirs) in zip(solidity, vyper) {
            let ofTheKey = { (line: Substring) in line.split { !$0.isNumber }.filter { $0.count > 40 } }
            #expect(ofTheKey(ours) == ofTheKey(theirs))
        }
        let text = contract.source(in: .solidity)
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    }

    /// Whoever compares a contract with the key's file finds every number of it.
    @Test func allOfTheKeyStandsThere() throws {
        let key = SampleKey.key(inputCount: 3)
        for language in ContractLanguage.allCases {
            let text = try VerifierContract.allowing(VerifyingKeyFile(key)).source(in: language)
            for point in key.inputPoints + [key.alpha1] {
                #expect(text.contains(" \(point.x)") && text.contains(" \(point.y)"))
            }
            for point in [key.beta2, key.gamma2, key.delta2] {
                for number in [point.x.c0, point.x.c1, point.y.c0, point.y.c1] {
                    #expect(text.contains(" \(number)"))
                }
            }
        }
    }

    @Test(arguments: [true, false]) func developmentKeysAreCalledSo(isDevelopment: Bool) throws {
        let file = SampleKey.file([.init(count: 1, range: 0...1)], isDevelopment: isDevelopment)
        for language in ContractLanguage.allCases {
            let source = try VerifierContract.allowing(file).source(in: language)
            #expect(source.contains("its maker can forge proofs") == isDevelopment)
        }
    }

    @Test func moduliAreThoseOfTheCurve() {
        #expect(
            F(decimal: VerifierContract.r) == nil && BN254.G1.BaseField(decimal: VerifierContract.p) == nil)
        #expect("\(-F.one)".dropLast() + "7" == VerifierContract.r)
        #expect("\(-BN254.G1.BaseField.one)".dropLast() + "3" == VerifierContract.p)
    }

    @Test func everyRangeIsChecked() throws {
        let file = SampleKey.file([
            .init(count: 1, range: -5...9), .init(count: 2, range: 0...1000), .init(count: 3, range: 7...7),
        ])
        let contract = try VerifierContract.allowing(file)
        let vyper = contract.source(in: .vyper)
        #expect(
            vyper.contains(
                "if inputs[0] >= R or uint256_addmod(inputs[0], 5, R) > 14:\n        return False\n"))
        #expect(vyper.contains("for i: uint256 in range(2):\n        if inputs[i + 1] > 1000:\n"))
        #expect(vyper.contains("if inputs[i + 3] >= R or uint256_addmod(inputs[i + 3], \(-F(7)), R) > 0:\n"))
        let solidity = contract.source(in: .solidity)
        #expect(
            solidity.contains(
                "if (inputs[0] >= R || addmod(inputs[0], 5, R) > 14)\n            return false;\n"))
        // Where any element of the field will do, r and above are still refused: they are second names.
        let free = try VerifierContract.allowing(VerifyingKeyFile(SampleKey.key(inputCount: 1)))
        #expect(free.source(in: .vyper).contains("if inputs[0] >= R:\n        return False\n"))
        // Values that are added by their digits are checked in the same loop.
        let image = try VerifierContract.allowing(SampleKey.image).source(in: .vyper)
        #expect(
            image.contains("x: uint256 = inputs[i + 10]\n        if x > 255:\n            return False\n"))
    }

    /// Texts of a key's file are not the contract's: a line break in one would be code.
    @Test func nothingIsCopiedFromAnnotations() throws {
        let hash = String(repeating: "0123456789abcdef", count: 4)
        for (text, isShown) in [(hash, true), ("x\nselfdestruct", false), (hash + "\n}", false)] {
            let annotations = ["registration": text, "label": "evil\n}", "weights": "evil\n}"]
            let file = SampleKey.file([.init(count: 1, range: 0...1)], annotations: annotations)
            for language in ContractLanguage.allCases {
                let source = try VerifierContract.allowing(file).source(in: language)
                #expect(source.contains(hash + ".") == isShown && !source.contains("evil"))
                #expect(!source.contains("selfdestruct"))
            }
        }
    }

    @Test func pinsAreTheHashesOfWhatIsPinned() throws {
        let data = try VerifierContract.allowing(SampleKey.image)
        #expect(data.dataContracts.count == 3)
        for language in ContractLanguage.allCases {
            for contract in data.dataContracts {
                #expect(data.source(in: language).contains("0x" + hexadecimal(Keccak256.hash(contract.code))))
            }
        }
        let call = try VerifierContract.allowing(SampleKey.image, placement: .calldata)
        let points = call.calldataPoints
        #expect(points.count == 64 * 794)
        #expect(call.source(in: .solidity).contains("0x" + hexadecimal(Keccak256.hash(points))))
    }
}

extension VerifierContract {
    /// The points of a call that brings them.
    fileprivate var calldataPoints: [UInt8] {
        let proof = Proof<BN254>(a: .infinity, b: .infinity, c: .infinity)
        let call = try? calldata(for: proof, publicInputs: [F](repeating: 0, count: inputCount))
        return Array((call ?? []).dropFirst(4 + 32 * (8 + inputCount)))
    }
}
