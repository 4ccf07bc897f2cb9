/// The scales that rows with windows were trained with: the real numbers that a weight of 1 stands for.
///
/// Training that rounds returns them, quantization takes them over.
public struct RowScales: Hashable, Sendable {
    /// By node, one per row.
    private var scales: [String: [Double]] = [:]

    /// Nothing is settled: quantization fits every row.
    public init() {}

    var isEmpty: Bool { scales.isEmpty }

    package subscript(node: String) -> [Double]? {
        get { scales[node] }
        set { scales[node] = newValue }
    }
}
