import Dispatch
import FiniteFields

extension SparseMatrix {
    /// Returns the product of the matrix with the vector of wires, one element per row.
    ///
    /// - Precondition: the witness has every wire of the matrix.
    public func product(with witness: borrowing Witness<F>) -> SecretBuffer<F> {
        var result = SecretBuffer<F>(repeating: .zero, count: rowCount)
        result.withUnsafeMutableBufferPointer { multiply(witness, into: $0) }
        return result
    }

    /// Writes the product with the vector of wires into the first `rowCount` elements of `result`, with
    /// several threads where it is worth it.
    ///
    /// - Precondition: the witness has every wire of the matrix, and there is room for all rows.
    public func multiply(_ witness: borrowing Witness<F>, into result: UnsafeMutableBufferPointer<F>) {
        precondition(result.count >= rowCount, "one element for each row")
        precondition(wireBound <= witness.count, "the witness has every wire of the matrix")
        // Threads only read the witness, and each writes rows of its own.
        nonisolated(unsafe) let view = witness.view
        nonisolated(unsafe) let result = result
        let chunks = chunks()
        if chunks.count == 1 {
            evaluate(chunks[0], view, into: result)
        } else {
            DispatchQueue.concurrentPerform(iterations: chunks.count) { index in
                evaluate(chunks[index], view, into: result)
            }
        }
    }

    /// Ranges of rows with about the same work.
    private func chunks() -> [Range<Int>] {
        let workPerChunk = 1 << 14
        var chunks: [Range<Int>] = []
        var start = 0
        for row in 0..<rowCount {
            // A row costs about as much as ten terms even if it is empty.
            let work = rowStarts[row + 1] - rowStarts[start] + 10 * (row + 1 - start)
            guard work >= workPerChunk || row + 1 == rowCount else { continue }
            chunks.append(start..<row + 1)
            start = row + 1
        }
        return chunks.isEmpty ? [0..<0] : chunks
    }

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    private func evaluate(
        _ rows: Range<Int>, _ witness: WitnessView<F>, into result: UnsafeMutableBufferPointer<F>
    ) {
        for row in rows { result[row] = value(row, witness) }
    }
}
