/// A batch of values: one row per example, row-major.
///
/// The storage may be larger than `rows * columns`, so that a smaller batch can reuse it.
struct Matrix: Sendable {
    var rows: Int
    let columns: Int
    var elements: [Float]

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        elements = [Float](repeating: 0, count: rows * columns)
    }

    /// The number of elements in use.
    var count: Int { rows * columns }

    func row(_ index: Int) -> ArraySlice<Float> { elements[index * columns..<(index + 1) * columns] }

    mutating func setZero() {
        elements.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }
}
