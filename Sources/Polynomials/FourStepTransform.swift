import Dispatch
import FiniteFields

/// A number-theoretic transform by the vector backend, as transforms of the columns and then of the rows of
/// a matrix, eight at a time (Bailey's four steps, J. Supercomputing 1990).
///
/// With R rows and C columns, n = C n₁ + n₂ and k = k₁ + R k₂:
/// Σ x_n ω^(nk) = Σ_n₂ ω^(n₂ k₁) (Σ_n₁ x_n ω^(C n₁ k₁)) ω^(R n₂ k₂).
/// Factors that form geometric sequences cost nothing: those of the input go into the twiddles of the
/// columns and into ω^(n₂ k₁), those of the output into the last multiplication.
struct FourStepTransform<F: PrimeField>: Sendable {
    private let kernel: ColumnTransform<F>
    /// ω, of order R C.
    private let root: F
    private let rowLogarithm: Int
    private let columnLogarithm: Int
    /// For every half-size h up to R/2, the powers 0 ..< h of the root of order 2h, from index h on.
    private let points: [F]
    private let twiddles: ColumnTransform<F>.Factors
    private let scratch: ScratchPool

    private var rowCount: Int { 1 << rowLogarithm }
    private var columnCount: Int { 1 << columnLogarithm }
    private var size: Int { 1 << (rowLogarithm + columnLogarithm) }

    /// Returns the transform of 2^`logarithm` values, or nil where the vector backend has none.
    init?(root: F, logarithm: Int, sharing other: Self? = nil) {
        rowLogarithm = (logarithm + 1) / 2
        columnLogarithm = logarithm / 2
        // Eight columns and eight rows at least.
        guard columnLogarithm >= 3, rowLogarithm <= ColumnTransform<F>.maximumLogarithm,
            let kernel = F.columnTransform
        else { return nil }
        self.kernel = kernel
        self.root = root
        var rowRoot = root
        for _ in 0..<columnLogarithm { rowRoot = rowRoot.squared() }
        points = EvaluationDomain<F>.twiddles(of: rowRoot, logarithm: rowLogarithm)
        twiddles = kernel.table(points)
        let taskCount = Self.taskCount(logarithm: logarithm)
        scratch =
            other?.scratch
            ?? ScratchPool(
                byteCount: MemoryLayout<F>.stride << logarithm
                    + taskCount * ColumnTransform<F>.workByteCount(logarithm: rowLogarithm))
    }

    private static func taskCount(logarithm: Int) -> Int { logarithm < 12 ? 1 : 8 }

    /// Replaces x by y with y_k = `factor` · `outputRatio`^k Σ x_n `inputRatio`^n ω^(nk).
    func callAsFunction(
        _ values: UnsafeMutableBufferPointer<F>, inputRatio: F = .one, factor: F = .one, outputRatio: F = .one
    ) {
        precondition(values.count == size, "as many values as the transform is for")
        guard let values = values.baseAddress else { return }
        scratch.withMemory { memory in
            let matrix = memory.bindMemory(to: F.self, capacity: size)
            let work = memory + size * MemoryLayout<F>.stride
            transformColumns(values, into: matrix, work, inputRatio, factor)
            transformRows(matrix, into: values, work, outputRatio)
        }
    }

    private func transformColumns(
        _ source: UnsafeMutablePointer<F>, into result: UnsafeMutablePointer<F>,
        _ work: UnsafeMutableRawPointer, _ inputRatio: F, _ factor: F
    ) {
        let isPlain = inputRatio == .one
        let twiddles = isPlain ? twiddles : kernel.table(shiftedPoints(by: inputRatio))
        forEachStrip(below: columnCount, work, GeometricLanes(first: factor, ratio: inputRatio), root) {
            column, work, first, ratio in
            kernel(
                .init(source + column, rowStride: columnCount, columnStride: 1),
                into: .init(result + column, rowStride: columnCount, columnStride: 1),
                logarithm: rowLogarithm, twiddles: twiddles, startsWithOne: isPlain,
                first: kernel.block(first), ratio: kernel.block(ratio), work: work)
        }
    }

    private func transformRows(
        _ source: UnsafeMutablePointer<F>, into result: UnsafeMutablePointer<F>,
        _ work: UnsafeMutableRawPointer, _ outputRatio: F
    ) {
        let isPlain = outputRatio == .one
        let ratio =
            isPlain ? nil : kernel.block(Array(repeating: outputRatio.power(UInt64(rowCount)), count: 8))
        forEachStrip(below: rowCount, work, GeometricLanes(first: .one, ratio: outputRatio), .one) {
            row, work, first, _ in
            kernel(
                .init(source + row * columnCount, rowStride: 1, columnStride: columnCount),
                into: .init(result + row, rowStride: rowCount, columnStride: 1),
                logarithm: columnLogarithm, twiddles: twiddles, startsWithOne: true,
                first: kernel.block(first), ratio: ratio, work: work)
        }
    }

    /// Returns `points` times what makes the columns polynomials in `ratio`^C X instead of X.
    private func shiftedPoints(by ratio: F) -> [F] {
        var shift = ratio.power(UInt64(columnCount))
        var result = points
        var half = rowCount / 2
        while half > 0 {
            for index in half..<2 * half { result[index] *= shift }
            shift = shift.squared()
            half /= 2
        }
        return result
    }

    /// Calls `body` for every eight of `count` columns, on all cores, with memory to work in, the eight
    /// elements of `first` at these positions and the powers of `root` with these exponents.
    private func forEachStrip(
        below count: Int, _ work: UnsafeMutableRawPointer, _ first: GeometricLanes<F>, _ root: F,
        _ body: (_ start: Int, _ work: UnsafeMutableRawPointer, _ first: [F], _ ratio: [F]) -> Void
    ) {
        let taskCount = min(count / 8, Self.taskCount(logarithm: rowLogarithm + columnLogarithm))
        let workSize = ColumnTransform<F>.workByteCount(logarithm: rowLogarithm)
        // Tasks write to disjoint parts.
        nonisolated(unsafe) let (body, work) = (body, work)
        DispatchQueue.concurrentPerform(iterations: taskCount) { task in
            let strips = count / 8 * task / taskCount..<count / 8 * (task + 1) / taskCount
            var first = first.advanced(by: 8 * strips.lowerBound)
            var ratio = GeometricLanes(first: .one, ratio: root).advanced(by: 8 * strips.lowerBound)
            for strip in strips {
                body(8 * strip, work + task * workSize, first.elements, ratio.elements)
                first.advance()
                ratio.advance()
            }
        }
    }
}

/// Eight successive elements of a geometric sequence.
private struct GeometricLanes<F: PrimeField>: Sendable {
    private(set) var elements: [F]
    private let ratio: F
    private let step: F

    init(first: F, ratio: F) {
        elements = [first]
        for lane in 1..<8 { elements.append(elements[lane - 1] * ratio) }
        self.ratio = ratio
        step = ratio.power(8)
    }

    /// Goes on to the next eight.
    mutating func advance() {
        if step == .one { return }
        for lane in 0..<8 { elements[lane] *= step }
    }

    func advanced(by count: Int) -> Self {
        GeometricLanes(first: elements[0] * ratio.power(UInt64(count)), ratio: ratio)
    }
}
