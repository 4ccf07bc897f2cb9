#if arch(x86_64)
import CVectorKernels
#endif

/// Number-theoretic transforms of eight columns of a matrix at a time, by the vector backend.
public struct ColumnTransform<F: PrimeField>: Sendable {
    /// Factors in the form that the kernel takes them in.
    public struct Factors: Sendable {
        fileprivate let words: [UInt64]
    }

    /// Eight columns: the first element, and the distances to the next row and to the next column.
    public struct Columns {
        let start: UnsafeMutablePointer<F>
        let rowStride: Int
        let columnStride: Int

        public init(_ start: UnsafeMutablePointer<F>, rowStride: Int, columnStride: Int) {
            (self.start, self.rowStride, self.columnStride) = (start, rowStride, columnStride)
        }
    }

    private let modulus: Limbs4
    private let inverse: UInt64

    /// Nil where there is no kernel.
    ///
    /// - Precondition: elements of F are four words in Montgomery representation.
    init?(modulus: Limbs4, inverse: UInt64) {
        guard FieldBackend.vector.isSupported else { return nil }
        precondition(MemoryLayout<F>.size == 32, "elements of four words")
        (self.modulus, self.inverse) = (modulus, inverse)
    }

    /// The greatest base-two logarithm of the number of rows.
    public static var maximumLogarithm: Int { 14 }

    /// The size of the memory that a transform works in.
    public static func workByteCount(logarithm: Int) -> Int { 320 << logarithm }

    /// Returns a table of twiddle factors, in the order of the elements.
    public func table(_ elements: [F]) -> Factors {
        var words: [UInt64] = []
        words.reserveCapacity(5 * elements.count)
        forEachFactor(elements) { words += [$0, $1, $2, $3, $4] }
        return Factors(words: words)
    }

    /// Returns one factor for each of the eight columns.
    public func block(_ elements: [F]) -> Factors {
        precondition(elements.count == 8, "one factor per column")
        var words = [UInt64](repeating: 0, count: 40)
        var lane = 0
        forEachFactor(elements) {
            (words[lane], words[8 + lane], words[16 + lane]) = ($0, $1, $2)
            (words[24 + lane], words[32 + lane]) = ($3, $4)
            lane += 1
        }
        return Factors(words: words)
    }

    /// Products of factors divide by 2^260, elements by 2^256: a factor is 16 times the element.
    private func forEachFactor(
        _ elements: [F], _ body: (UInt64, UInt64, UInt64, UInt64, UInt64) -> Void
    ) {
        #if arch(x86_64)
        for element in elements {
            let factor = element.doubled().doubled().doubled().doubled()
            let limbs = withUnsafeBytes(of: factor) { $0.loadUnaligned(as: Limbs4.self).limbsOf52Bits }
            body(limbs.0, limbs.1, limbs.2, limbs.3, limbs.4)
        }
        #endif
    }

    /// Evaluates the eight polynomials whose coefficients are the columns of `source`, multiplies value k
    /// of column i by first[i] · ratio[i]^k, and stores it in row k of the columns of `result`.
    ///
    /// - Parameters:
    ///   - logarithm: base two, of the number of rows; 1 … `maximumLogarithm`.
    ///   - twiddles: for every half-size h = 1, 2, 4, … of rows, from index h on: s, s ω, … s ω^(h − 1)
    ///     with ω^h = −1, where s and ω of a half-size are the squares of those of the next. The points
    ///     are s ω^k for the last of these.
    ///   - startsWithOne: whether s = 1.
    ///   - ratio: nil means 1.
    ///   - work: `workByteCount` bytes, aligned to 64.
    public func callAsFunction(
        _ source: Columns, into result: Columns, logarithm: Int, twiddles: Factors, startsWithOne: Bool,
        first: Factors, ratio: Factors?, work: UnsafeMutableRawPointer
    ) {
        precondition((1...Self.maximumLogarithm).contains(logarithm), "too many rows")
        precondition(twiddles.words.count >= 5 << logarithm, "a twiddle per row")
        #if arch(x86_64)
        var prime = Lanes5Prime(modulus, inverse: inverse)
        func transform(_ ratio: UnsafePointer<UInt64>?) {
            lanes5_transform_columns(
                Lanes5Columns(result), Lanes5Columns(source), UInt32(logarithm), twiddles.words,
                startsWithOne, first.words, ratio, work.assumingMemoryBound(to: UInt64.self), &prime)
        }
        if let ratio {
            ratio.words.withUnsafeBufferPointer { transform($0.baseAddress) }
        } else {
            transform(nil)
        }
        #endif
    }
}

#if arch(x86_64)
extension Lanes5Columns {
    fileprivate init<F>(_ columns: ColumnTransform<F>.Columns) {
        self.init(
            elements: columns.start, row_stride: MemoryLayout<F>.stride * columns.rowStride,
            column_stride: MemoryLayout<F>.stride * columns.columnStride)
    }
}
#endif
