import EllipticCurves
import FiniteFields

extension VerifierContract {
    /// The function that everybody calls.
    ///
    /// What a prover could choose is the call and nothing else. Its length leaves no room for more or less than the
    /// values; each value is below r and in its range, so that none has a second name and none is what the circuit
    /// never proved; points come from the code, or from where a hash in the code says what they are.
    func writeVerification(to writer: inout ContractWriter) {
        let (segments, unchecked) = plan
        writer.decorator("@external", solidity: "Is the proof a, b, c valid for these public values?")
        writer.decorator("@view", solidity: "Coordinates of b have c1 first.")
        writer.line("function verifyProof(", "def verifyProof(")
        for (name, type) in parameters {
            let isLast = name == parameters[parameters.count - 1].name
            writer.line(
                "    \(type) calldata \(name)\(isLast ? "" : ",")", "    \(name): \(type)\(isLast ? "" : ",")"
            )
        }
        writer.block(") external view returns (bool)", ") -> bool:") { writer in
            writer.require(
                solidity: "msg.data.length == \(calldataLength)", vyper: "len(msg.data) == \(calldataLength)",
                "length")
            if placement == .calldata {
                writer.require(
                    solidity: "keccak256(msg.data[\(pointsOffset):]) == POINTS_HASH",
                    vyper: "keccak256(slice(msg.data, \(pointsOffset), \(64 * inputCount))) == POINTS_HASH",
                    "points")
            }
            if !unchecked.isEmpty {
                writer.comment("Every value is below r, and an integer of its range modulo r.")
                for run in unchecked { writeRangeCheck(of: run, to: &writer) }
            }
            writer.comment("The sum of the point of 1 and of each value times its point.")
            writer.line("uint256[2] memory total = [ONE_X, ONE_Y];", "total: uint256[2] = [ONE_X, ONE_Y]")
            if hasDigits {
                writer.line(
                    "uint256[2][32] memory digits;", "digits: uint256[2][32] = empty(uint256[2][32])")
            }
            writePointsInCode(to: &writer)
            for (index, segment) in segments.enumerated() {
                if placement == .data, index == 0 || segments[index - 1].list != segment.list {
                    writeLoading(of: segment.list, to: &writer)
                }
                write(segment, to: &writer)
            }
            if hasDigits {
                writer.line(
                    "uint256[2] memory digitSum = _digitSum(digits);",
                    "digitSum: uint256[2] = self._digitSum(digits)")
                writer.line(
                    "_add(total, digitSum[0], digitSum[1]);",
                    "total = ecadd(total, [digitSum[0], digitSum[1]])")
            }
            writer.line("return _holds(a, b, c, total);", "return self._holds(a, b, c, total)")
        }
        writer.blank()
    }

    private var parameters: [(name: String, type: String)] {
        [
            ("a", "uint256[2]"), ("b", "uint256[2][2]"), ("c", "uint256[2]"),
            ("inputs", "uint256[\(inputCount)]"),
        ]
            + (placement == .calldata ? [("points", "uint256[\(2 * inputCount)]")] : [])
    }

    private func writeRangeCheck(of run: InputRun, to writer: inout ContractWriter) {
        let isAlone = run.count == 1
        let value =
            isAlone ? "inputs[\(run.start)]" : run.start == 0 ? "inputs[i]" : "inputs[i + \(run.start)]"
        guard !isAlone else { return writeRangeCheck(of: value, in: run.range, to: &writer) }
        writer.loop(run.count) { writeRangeCheck(of: value, in: run.range, to: &$0) }
    }

    private func writeRangeCheck(
        of value: String, in range: ClosedRange<Int128>?, to writer: inout ContractWriter
    ) {
        guard let range else { return writer.refuse(if: "\(value) >= R") }
        if range.lowerBound == 0 { return writer.refuse(if: "\(value) > \(range.upperBound)") }
        // a − minimum, modulo r, is at most maximum − minimum: an integer below 2^128, r being larger.
        let offset = -BN254.ScalarField(range.lowerBound)
        let width = BN254.ScalarField(range.upperBound) + offset
        writer.refuse(
            if: "\(value) >= R || addmod(\(value), \(offset), R) > \(width)",
            "\(value) >= R or uint256_addmod(\(value), \(offset), R) > \(width)")
    }

    private func writePointsInCode(to writer: inout ContractWriter) {
        guard placement == .code else { return }
        let words = 2 * inputCount
        writer.line(
            "uint256[\(words)] memory points;", "points: uint256[\(words)] = empty(uint256[\(words)])")
        for index in 0..<inputCount {
            let point = key.inputPoints[index + 1]
            writer.statement("points[\(2 * index)] = \(point.x)")
            writer.statement("points[\(2 * index + 1)] = \(point.y)")
        }
    }

    private func writeLoading(of list: Int, to writer: inout ContractWriter) {
        let type = "uint256[\(2 * listLength)]"
        if list == 0 {
            writer.line(
                "\(type) memory points = _points(data0);", "points: \(type) = self._points(data0)")
        } else {
            writer.line("points = _points(data\(list));", "points = self._points(data\(list))")
        }
    }

    private func write(_ segment: PointSegment, to writer: inout ContractWriter) {
        // Of the first point's first word in its list.
        let first = 2 * (segment.start - segment.list * listLength)
        func word(_ k: Int) -> String { first + k == 0 ? "points[2 * i]" : "points[2 * i + \(first + k)]" }
        let value = segment.start == 0 ? "inputs[i]" : "inputs[i + \(segment.start)]"
        writer.loop(segment.count) { writer in
            writer.declare("x", value)
            guard case .digits(let maximum) = segment.method else {
                return writer.when("x != 0", "x != 0") { writer in
                    writer.line(
                        "_addProduct(total, \(word(0)), \(word(1)), x);",
                        "total = ecadd(total, ecmul([\(word(0)), \(word(1))], x))")
                }
            }
            writer.refuse(if: "x > \(maximum)")
            writeDigit("x & 15", if: "(x & 15) != 0", word, to: &writer)
            if maximum > 15 { writeDigit("16 + (x >> 4)", if: "x > 15", word, to: &writer) }
        }
    }

    private func writeDigit(
        _ digit: String, if condition: String, _ word: (Int) -> String, to writer: inout ContractWriter
    ) {
        writer.when(condition, condition) { writer in
            writer.line(
                "_add(digits[\(digit)], \(word(0)), \(word(1)));",
                "digits[\(digit)] = ecadd(digits[\(digit)], [\(word(0)), \(word(1))])")
        }
    }
}
