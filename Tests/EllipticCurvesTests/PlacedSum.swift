import EllipticCurves
import FiniteFields
import Testing

/// Σ scalar · point with points that are known multiples of the generator, in memory where a test wants them.
struct PlacedSum<Curve: ShortWeierstrassCurve> {
    /// 0 G, 1 G, 2 G, …
    private let generated: [AffinePoint<Curve>]

    /// - Parameter greatest: the magnitude of the greatest multiple.
    init(upTo greatest: Int) {
        var points: [JacobianPoint<Curve>] = []
        var point = JacobianPoint<Curve>.infinity
        for _ in 0...greatest {
            points.append(point)
            point += Curve.generator
        }
        generated = JacobianPoint.batchAffine(points)
    }

    private func points(_ multiples: [Int]) -> [AffinePoint<Curve>] {
        multiples.map { $0 < 0 ? -generated[-$0] : generated[$0] }
    }

    /// Compares the sum over places from `start` on with one product, on every backend.
    ///
    /// - Parameters:
    ///   - multiples: of the generator, that the points are.
    ///   - offset: the bytes that points lie behind an aligned address.
    func expect(
        _ multiples: [Int], startingAt start: Int = 0, _ scalars: [Int], windowParts: Int = 1,
        offset: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expect(
            multiples, startingAt: start, scalars.map { Curve.ScalarField($0) }, windowParts: windowParts,
            offset: offset, sourceLocation: sourceLocation)
    }

    func expect(
        _ multiples: [Int], startingAt start: Int = 0, _ scalars: [Curve.ScalarField], windowParts: Int = 1,
        offset: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let expected = Curve.generator.multiplied(by: total(multiples, scalars[start...]))
        let points = points(multiples)
        let size = points.count * MemoryLayout<AffinePoint<Curve>>.stride
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size + offset, alignment: 64)
        defer { memory.deallocate() }
        points.withUnsafeBytes {
            UnsafeMutableRawBufferPointer(rebasing: memory[offset...]).copyMemory(from: $0)
        }
        let placed = UnsafeBufferPointer(
            start: UnsafeRawPointer(memory.baseAddress! + offset)
                .assumingMemoryBound(to: AffinePoint<Curve>.self),
            count: points.count)
        for backend in FieldBackend.allCases where backend.isSupported {
            let sum = scalars.withUnsafeBufferPointer { scalars in
                MultiScalarSum(
                    placed, startingAt: start, scalars, SortedDigits(scalars), windowParts: windowParts,
                    backend: backend)
            }
            computeConcurrently([sum])
            #expect(sum.total() == expected, "\(Curve.self), \(backend.name)", sourceLocation: sourceLocation)
        }
    }

    /// The same by `multiScalarMultiply`.
    func expectProduct(_ multiples: [Int], _ scalars: [Int]) {
        let scalars = scalars.map { Curve.ScalarField($0) }
        let expected = Curve.generator.multiplied(by: total(multiples, scalars[...]))
        let points = points(multiples)
        for backend in FieldBackend.allCases where backend.isSupported {
            let result = points.withUnsafeBufferPointer { points in
                scalars.withUnsafeBufferPointer { multiScalarMultiply(points, $0, backend: backend) }
            }
            #expect(result == expected, "\(Curve.self), \(backend.name), \(points.count) points")
        }
    }

    private func total(
        _ multiples: [Int], _ scalars: ArraySlice<Curve.ScalarField>
    ) -> Curve.ScalarField {
        zip(multiples, scalars).reduce(.zero) { $0 + Curve.ScalarField($1.0) * $1.1 }
    }
}
