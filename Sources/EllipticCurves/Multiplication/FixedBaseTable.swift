import FiniteFields

/// Multiples of one point, digit by digit and window by window, for multiplying it by many scalars.
public struct FixedBaseTable<Curve: ShortWeierstrassCurve>: Sendable {
    private let width: Int
    private let windowCount: Int
    /// digit · 2^(width · window) · base, for digits from 1 to 2^(width−1), window after window.
    private let multiples: [AffinePoint<Curve>]

    /// Computes the table of `base`, of a size that suits about `count` multiplications; on all cores.
    ///
    /// - Precondition: `base` lies in the group of order r.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    public init(_ base: AffinePoint<Curve>, expectedCount count: Int) {
        // Magnitudes have a bit less than r, and digits need one for their sign.
        let bits = Curve.ScalarField.modulusBitCount
        func cost(_ width: Int) -> Int { (bits + width - 1) / width * (count + 2 << (width - 1)) }
        let width = (2...14).min { cost($0) < cost($1) } ?? 2
        let windowCount = (bits + width - 1) / width
        var bases = [JacobianPoint(base)]
        for window in 1..<windowCount {
            bases.append((0..<width).reduce(bases[window - 1]) { point, _ in point.doubled() })
        }
        let rowLength = 1 << (width - 1)
        multiples = [AffinePoint<Curve>](unsafeUninitializedCapacity: windowCount * rowLength) {
            rows, filled in
            let start = rows.baseAddress!
            forEachIndex(below: windowCount, concurrently: windowCount * rowLength > 1024) { window in
                let step = bases[window].affine
                var row = [bases[window]]
                row.reserveCapacity(rowLength)
                while row.count < rowLength { row.append(row[row.count - 1] + step) }
                (start + window * rowLength).initialize(
                    from: JacobianPoint.batchAffine(row), count: rowLength)
            }
            filled = windowCount * rowLength
        }
        (self.width, self.windowCount) = (width, windowCount)
    }

    /// Returns scalar · base for each scalar; on all cores.
    ///
    /// One addition of about six multiplications per window. Zeros give infinity.
    public func multiply(_ scalars: [Curve.ScalarField]) -> [AffinePoint<Curve>] {
        scalars.withUnsafeBufferPointer { multiply($0) }
    }

    /// Returns scalar · base for each scalar; on all cores.
    ///
    /// - Parameter progress: called after every 2^17 scalars, and after the last, with the number of those done.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    public func multiply(
        _ scalars: UnsafeBufferPointer<Curve.ScalarField>, progress: (Int) -> Void = { _ in }
    ) -> [AffinePoint<Curve>] {
        [AffinePoint<Curve>](unsafeUninitializedCapacity: scalars.count) { products, filled in
            while filled < scalars.count {
                let block = filled..<min(scalars.count, filled + 1 << 17)
                let blockProducts = UnsafeMutableBufferPointer(rebasing: products[block])
                blockProducts.initialize(repeating: .infinity)
                multiply(
                    ScalarMagnitudes(UnsafeBufferPointer(rebasing: scalars[block])) { _ in false },
                    into: blockProducts)
                filled = block.upperBound
                progress(filled)
            }
        }
    }

    /// Adds the multiples by scalars to points that are infinity.
    private func multiply(
        _ scalars: borrowing ScalarMagnitudes<Curve.ScalarField>,
        into products: UnsafeMutableBufferPointer<AffinePoint<Curve>>
    ) {
        guard let start = products.baseAddress, !multiples[0].isInfinity else { return }
        multiples.withUnsafeBufferPointer { multiply(scalars, $0.baseAddress!, into: start, products.count) }
    }

    private func multiply(
        _ scalars: borrowing ScalarMagnitudes<Curve.ScalarField>,
        _ multiples: UnsafePointer<AffinePoint<Curve>>,
        into products: UnsafeMutablePointer<AffinePoint<Curve>>, _ count: Int
    ) {
        forEachPart(of: count, length: 1024) { range in
            var list = RunList(
                referenceCapacity: range.count * windowCount, runCapacity: range.count)
            for index in range {
                scalars.forEachDigit(of: index, width: width, windowCount: windowCount) { window, digit in
                    if digit == 0 { return }
                    let multiple = window << (width - 1) + Int(digit.magnitude) - 1
                    list.append(PointReference(multiple, sign: digit))
                }
                list.endRun()
            }
            list.withRuns { $0.add(multiples, into: products + range.lowerBound, .current) }
        }
    }
}
