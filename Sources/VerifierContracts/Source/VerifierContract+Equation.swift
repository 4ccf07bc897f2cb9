extension VerifierContract {
    /// The check of Groth16, by EIP-197: e(−A, B) e(α, β) e(vk_x, γ) e(C, δ) = 1.
    ///
    /// The precompile refuses coordinates that are not below p, points off their curve, and points of the twist
    /// outside the subgroup of order r. A's y is negated first, and so checked here: y + p would become another
    /// number that is below p. An answer counts only if it is one word long, so that on a chain without the
    /// precompile nothing is accepted.
    ///
    /// A precompile that fails takes all the gas it was given, hence the limit; where it had too little, the call
    /// reverts, so that nobody makes a valid proof look wrong.
    func writeEquation(to writer: inout ContractWriter) {
        writer.decorator("@internal", solidity: "Does the pairing equation of Groth16 hold?")
        writer.decorator(
            "@view", solidity: "The precompile checks all coordinates but the one that changes here.")
        writer.line("function _holds(", "def _holds(")
        writer.line("    uint256[2] calldata a,", "    a: uint256[2],")
        writer.line("    uint256[2][2] calldata b,", "    b: uint256[2][2],")
        writer.line("    uint256[2] calldata c,", "    c: uint256[2],")
        writer.line("    uint256[2] memory total", "    total: uint256[2]")
        writer.block(") private view returns (bool)", ") -> bool:") { writer in
            writer.refuse(if: "a[1] >= P")
            writer.line("uint256[24] memory words = [", "words: uint256[24] = [")
            for words in [
                "a[0], (P - a[1]) % P, b[0][0], b[0][1], b[1][0], b[1][1]",
                "ALPHA_X, ALPHA_Y, BETA_X_C1, BETA_X_C0, BETA_Y_C1, BETA_Y_C0",
                "total[0], total[1], GAMMA_X_C1, GAMMA_X_C0, GAMMA_Y_C1, GAMMA_Y_C0",
                "c[0], c[1], DELTA_X_C1, DELTA_X_C0, DELTA_Y_C1, DELTA_Y_C0",
            ] {
                let comma = words.hasPrefix("c[0]") ? "" : ","
                writer.line("    \(words)\(comma)", "    \(words)\(comma)")
            }
            writer.line("];", "]")
            writer.comment("The pairing takes 181,000 gas. If it fails it takes all that it was given.")
            writer.require(solidity: "gasleft() >= 200000", vyper: "msg.gas >= 200000", "gas")
            writer.line("bool done;", "done: bool = False")
            writer.line("bytes memory answer;", "answer: Bytes[32] = b\"\"")
            writer.line("(done, answer) = address(8).staticcall{", "done, answer = raw_call(")
            writer.line(
                "    gas: 1000000",
                "    0x0000000000000000000000000000000000000008, abi_encode(words), gas=1000000,")
            writer.line(
                "}(abi.encode(words));", "    max_outsize=32, is_static_call=True, revert_on_failure=False)")
            writer.line(
                "return done && answer.length == 32 && abi.decode(answer, (uint256)) == 1;",
                "return done and len(answer) == 32 and convert(answer, uint256) == 1")
        }
        writer.blank()
    }

    /// Puts the sums of digits together: Σ_d d (S_d + 16 S_(16+d)), each inner sum as the sum of its partial sums.
    func writeDigitSum(to writer: inout ContractWriter) {
        let zero = "uint256[2] memory"
        writer.decorator("@internal", solidity: "Returns the sum of d times digits[d] + 16 digits[16 + d].")
        writer.decorator("@view", solidity: "Each digit's sum is added as often as the digit says.")
        writer.block(
            "function _digitSum(uint256[2][32] memory digits) private view returns (uint256[2] memory)",
            "def _digitSum(digits: uint256[2][32]) -> uint256[2]:"
        ) { writer in
            for name in ["low", "high", "part"] {
                writer.line("\(zero) \(name);", "\(name): uint256[2] = [0, 0]")
            }
            for (name, last) in [("high", 31), ("low", 15)] {
                if name == "low" { writer.line("part = [uint256(0), 0];", "part = [0, 0]") }
                writer.loop(15) { writer in
                    writer.line(
                        "_add(part, digits[\(last) - i][0], digits[\(last) - i][1]);",
                        "part = ecadd(part, [digits[\(last) - i][0], digits[\(last) - i][1]])")
                    writer.line(
                        "_add(\(name), part[0], part[1]);", "\(name) = ecadd(\(name), [part[0], part[1]])")
                }
            }
            writer.line(
                "_addProduct(low, high[0], high[1], 16);", "low = ecadd(low, ecmul([high[0], high[1]], 16))")
            writer.statement("return low")
        }
        writer.blank()
    }
}
