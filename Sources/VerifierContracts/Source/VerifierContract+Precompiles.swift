extension VerifierContract {
    /// What Vyper has built in: there, a comment stands in the place of each line.
    ///
    /// Points are the key's or sums of them, which the precompiles take: where one fails, gas has run out, or the
    /// chain has none.
    func writePrecompiles(to writer: inout ContractWriter) {
        if hasDigits {
            write(Self.addition, to: &writer)
            writer.blank()
        }
        write(Self.product, to: &writer)
    }

    /// A function of the Solidity contract, its lines of assembly, and what Vyper's compiler does for each.
    private struct Precompile {
        var head: String
        var expression: String
        var lines: [(assembly: String, comment: String)]
    }

    private static var addition: Precompile {
        Precompile(
            head: "function _add(uint256[2] memory p, uint256 x, uint256 y) private view {",
            expression: "p = ecadd(p, [x, y])",
            lines: [
                ("let words := mload(0x40)", "The words p[0], p[1], x and y"),
                ("mcopy(words, p, 64)", "stand side by side in memory,"),
                ("mstore(add(words, 64), x)", "first p,"),
                ("mstore(add(words, 96), y)", "then the point that is added,"),
                ("done := staticcall(gas(), 6, words, 128, p, 64)", "and the precompile at 6 adds them:"),
                ("done := and(done, eq(returndatasize(), 64))", "the sum is what it returns."),
            ])
    }

    private static var product: Precompile {
        Precompile(
            head: "function _addProduct(uint256[2] memory p, uint256 x, uint256 y, uint256 k) private view {",
            expression: "p = ecadd(p, ecmul([x, y], k))",
            lines: [
                ("let words := mload(0x40)", "The words p[0], p[1], x, y and k"),
                ("mcopy(words, p, 64)", "stand side by side in memory,"),
                ("mstore(add(words, 64), x)", "first p,"),
                ("mstore(add(words, 96), y)", "then the point that is multiplied,"),
                ("mstore(add(words, 128), k)", "then its factor;"),
                ("let product := add(words, 64)", "of the last three"),
                (
                    "done := staticcall(gas(), 7, product, 96, product, 64)",
                    "the precompile at 7 is the product,"
                ),
                ("done := and(done, eq(returndatasize(), 64))", "which it returns,"),
                ("done := and(done, staticcall(gas(), 6, words, 128, p, 64))", "and the one at 6 adds it:"),
                ("done := and(done, eq(returndatasize(), 64))", "the sum is what it returns."),
            ])
    }

    private func write(_ precompile: Precompile, to writer: inout ContractWriter) {
        writer.line(
            precompile.head, "# \(precompile.expression) is built in; in Solidity it is this function.")
        writer.line("    bool done;", "# The compiler writes it so:")
        writer.line("    assembly (\"memory-safe\") {", "#")
        for (assembly, comment) in precompile.lines { writer.line("        " + assembly, "#     " + comment) }
        writer.line("    }", "#")
        writer.line("    require(done, \"precompile\");", "# Where a precompile fails, the call reverts.")
        writer.line("}", "")
    }
}
