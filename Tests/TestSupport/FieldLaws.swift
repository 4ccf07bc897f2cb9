public import FiniteFields
public import Testing

/// Expects the laws of fields of all triples of elements of a sample.
///
/// - Parameter sample: some random elements; zero, one and −1 are added.
public func expectFieldLaws<F: Field>(_ sample: [F], sourceLocation: SourceLocation = #_sourceLocation) {
    let elements = [F.zero, .one, -F.one] + sample
    #expect(F.zero.isZero && !F.one.isZero && F.zero != F.one, sourceLocation: sourceLocation)
    #expect(F.zero.inverse() == nil, sourceLocation: sourceLocation)
    for a in elements {
        #expect(a + F.zero == a && a * F.one == a && a * F.zero == .zero, sourceLocation: sourceLocation)
        #expect(a + (-a) == .zero && -(-a) == a && (a - a).isZero, sourceLocation: sourceLocation)
        #expect(a.doubled() == a + a && a.squared() == a * a, sourceLocation: sourceLocation)
        #expect(a.power(5) == a * a * a * a * a && a.power(0) == .one, sourceLocation: sourceLocation)
        #expect(a.isZero == (a == .zero), sourceLocation: sourceLocation)
        if !a.isZero { #expect(a.inverse().map { $0 * a } == .one, sourceLocation: sourceLocation) }
        for b in elements {
            #expect(a + b == b + a && a * b == b * a, sourceLocation: sourceLocation)
            #expect(a - b == a + (-b) && a - b == -(b - a), sourceLocation: sourceLocation)
            #expect((a * b).isZero == (a.isZero || b.isZero), sourceLocation: sourceLocation)
            for c in elements {
                #expect((a + b) + c == a + (b + c), sourceLocation: sourceLocation)
                #expect((a * b) * c == a * (b * c), sourceLocation: sourceLocation)
                #expect(a * (b + c) == a * b + a * c, sourceLocation: sourceLocation)
            }
        }
    }
    expectBatchInversion(of: elements + elements.reversed(), sourceLocation: sourceLocation)
}

/// Expects batch inversion to agree with single inversions, and zeros to stay zero.
private func expectBatchInversion<F: Field>(of elements: [F], sourceLocation: SourceLocation) {
    for count in [0, 1, 2, elements.count] {
        let part = Array(elements.prefix(count))
        var inverses = part
        F.invertAll(&inverses)
        #expect(inverses == part.map { $0.inverse() ?? .zero }, sourceLocation: sourceLocation)
    }
}

/// Expects the laws of fields, encodings and square roots of random elements.
public func expectFieldLaws<F: CoordinateField>(
    _ field: F.Type, using generator: inout some RandomNumberGenerator,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let sample = (0..<6).map { _ in F.random(using: &generator) }
    #expect(Set(sample).count == sample.count, sourceLocation: sourceLocation)
    expectFieldLaws(sample, sourceLocation: sourceLocation)
    for element in [F.zero, .one, -F.one] + sample {
        expectEncodings(of: element, sourceLocation: sourceLocation)
    }
}

private func expectEncodings<F: CoordinateField>(of element: F, sourceLocation: SourceLocation) {
    let canonical = element.littleEndianBytes
    let montgomery = element.montgomeryLittleEndianBytes
    #expect(canonical.count == F.byteCount && montgomery.count == F.byteCount, sourceLocation: sourceLocation)
    #expect(F(littleEndianBytes: canonical) == element, sourceLocation: sourceLocation)
    #expect(F(montgomeryLittleEndianBytes: montgomery) == element, sourceLocation: sourceLocation)
    for bytes in [[], canonical.dropLast(), canonical + [0]] {
        #expect(F(littleEndianBytes: bytes) == nil, sourceLocation: sourceLocation)
        #expect(F(montgomeryLittleEndianBytes: bytes) == nil, sourceLocation: sourceLocation)
    }
}

/// Expects square roots of squares, and none of elements that are not squares.
///
/// - Parameter nonSquare: any element that is known to be no square.
public func expectSquareRoots<F: CoordinateField>(
    nonSquare: F, using generator: inout some RandomNumberGenerator,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(F.zero.squareRoot() == .zero && nonSquare.squareRoot() == nil, sourceLocation: sourceLocation)
    for _ in 0..<20 {
        let root = F.random(using: &generator)
        let found = root.squared().squareRoot()
        #expect(found == root || found == -root, sourceLocation: sourceLocation)
        #expect((root.squared() * nonSquare).squareRoot() == nil, sourceLocation: sourceLocation)
    }
}
