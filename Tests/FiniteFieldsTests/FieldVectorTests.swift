import FiniteFields
import TestSupport
import Testing

@Suite("Arrays of field elements")
struct FieldVectorTests {
    static let backends = FieldBackend.allCases.filter(\.isSupported)

    // MARK: Values

    @Test("All pairs of edge values, BN254", arguments: backends)
    func bn254(backend: FieldBackend) {
        expectArrayOperations(edgeValues(BN254Fields.Base.self), backend)
        expectArrayOperations(edgeValues(BN254Fields.Scalar.self), backend)
        expectArrayOperations(edgePairs(BN254Tower.self), backend)
    }

    @Test("All pairs of edge values, BLS12-381", arguments: backends)
    func bls12381(backend: FieldBackend) {
        expectArrayOperations(edgeValues(BLS12381Fields.Base.self), backend)
        expectArrayOperations(edgeValues(BLS12381Fields.Scalar.self), backend)
        expectArrayOperations(edgePairs(BLS12381Tower.self), backend)
    }

    @Test("The largest primes that lanes are made for, and a small one", arguments: backends)
    func extremePrimes(backend: FieldBackend) {
        expectArrayOperations(edgeValues(Fp<LargestOfFourWords>.self), backend)
        expectArrayOperations(edgeValues(Fp<LargestOfSixWords>.self), backend)
        expectArrayOperations(edgeValues(Fp<SmallOfFourWords>.self), backend)
        expectArrayOperations(edgeValues(Fp<SmallOfSixWords>.self), backend)
    }

    @Test("The largest primes with two bits to spare, and a small one", arguments: backends)
    func extremeQuadraticPrimes(backend: FieldBackend) {
        expectQuadraticOperations(LargestQuadraticOfFourWords.self, backend)
        expectQuadraticOperations(LargestQuadraticOfSixWords.self, backend)
        expectQuadraticOperations(SmallOfFourWords.self, backend)
        expectQuadraticOperations(SmallOfSixWords.self, backend)
    }

    private func expectQuadraticOperations<Base: PrimeFieldParameters>(
        _ base: Base.Type, _ backend: FieldBackend
    ) {
        typealias Element = Fp2<QuadraticTower<Base>>
        // Single elements by the definition, with one reduction per product.
        let pairs = cornerPairs(QuadraticTower<Base>.self)
        for a in pairs {
            for b in pairs {
                let product = Element(a.c0 * b.c0 - a.c1 * b.c1, a.c0 * b.c1 + a.c1 * b.c0)
                #expect(a * b == product)
            }
            #expect(a.squared() == a * a)
        }
        expectArrayOperations(edgePairs(QuadraticTower<Base>.self), backend)
        expectDifferenceProducts(pairs, backend)
    }

    @Test("All triples of corners for (a − b) c", arguments: backends)
    func differenceProducts(backend: FieldBackend) {
        expectDifferenceProducts(corners(BN254Fields.Base.self), backend)
        expectDifferenceProducts(corners(BN254Fields.Scalar.self), backend)
        expectDifferenceProducts(corners(BLS12381Fields.Base.self), backend)
        expectDifferenceProducts(corners(BLS12381Fields.Scalar.self), backend)
        expectDifferenceProducts(corners(Fp<LargestOfFourWords>.self), backend)
        expectDifferenceProducts(corners(Fp<LargestOfSixWords>.self), backend)
        expectDifferenceProducts(corners(Fp<SmallOfFourWords>.self), backend)
        expectDifferenceProducts(corners(Fp<SmallOfSixWords>.self), backend)
        expectDifferenceProducts(cornerPairs(BN254Tower.self), backend)
        expectDifferenceProducts(cornerPairs(BLS12381Tower.self), backend)
    }

    /// 0, 1, p − 1 and their neighbours in Montgomery representation and outside of it, the largest value of
    /// full limbs, and a random one.
    private func corners<Parameters>(_ field: Fp<Parameters>.Type) -> [Fp<Parameters>] {
        let values = edgeValues(field)
        // The largest of full limbs come last of 52 bits and of 64.
        let full = [52, 64].map { width in (1 << ((64 * Parameters.Limbs.count + width - 1) / width)) }
        return Array(values[..<6]) + [values[5 + full[0]], values[5 + full[0] + full[1]]]
            + [.one, -.one, values[values.count - 1]]
    }

    private func cornerPairs<Tower>(_ tower: Tower.Type) -> [Fp2<Tower>] {
        let values = corners(Fp<Tower.Base>.self)
        return [0, 1, 3, 5, 6, 10].flatMap { first in
            [0, 1, 3, 5, 6, 10].map { Fp2(values[first], values[$0]) }
        }
    }

    /// 0, 1, p − 1 and their neighbours in Montgomery representation and outside of it; limbs of 52 and of
    /// 64 bits at their limits; random ones.
    private func edgeValues<Parameters>(_ field: Fp<Parameters>.Type) -> [Fp<Parameters>] {
        typealias Limbs = Parameters.Limbs
        var generator = SeededGenerator(seed: 70)
        let p = Parameters.modulus
        var limbs = [Limbs(0), Limbs(1), Limbs(2)].flatMap { [$0, .subtract(.zero, $0, modulus: p)] }
        let bitCount = 64 * Limbs.count
        for width in [52, 64] {
            for mask in 0..<1 << ((bitCount + width - 1) / width) {
                var words = [UInt64](repeating: 0, count: Limbs.count)
                for bit in 0..<bitCount where mask >> (bit / width) & 1 == 1 {
                    words[bit / 64] |= 1 << UInt64(bit % 64)
                }
                while !(Limbs(words: words) < p) { words = words.shiftedRight(by: 1) }
                limbs.append(Limbs(words: words))
            }
        }
        let one = Fp<Parameters>.one
        return limbs.map { Fp(uncheckedMontgomery: $0) } + [one, -one, one.doubled()]
            + (0..<40).map { _ in Fp(Int(generator.next() >> 1)).power(9) }
    }

    private func edgePairs<Tower>(_ tower: Tower.Type) -> [Fp2<Tower>] {
        let values = edgeValues(Fp<Tower.Base>.self)
        return values.indices.map { Fp2(values[$0], values[($0 * 7 + 3) % values.count]) }
    }

    /// Compares every operation with single elements, on all pairs of values; of some also with the result in
    /// place of an operand.
    private func expectArrayOperations<F: CoordinateField>(_ values: [F], _ backend: FieldBackend) {
        let blocks = (values.count + 7) / 8
        func operand(_ place: (Int) -> Int) -> [F] {
            (0..<8 * blocks).map { values[place($0) % values.count] }
        }
        var arrays = Operands(first: operand { $0 }, backend)
        defer { arrays.deallocate() }
        for shift in values.indices {
            let b = operand { $0 + shift }
            arrays.set(b, operand { 3 * $0 + 7 * shift })
            for operation in ArrayOperation.all(factor: b[0]) {
                arrays.expect(operation, blocks: blocks, everyPlace: shift % 8 == 1, "at shift \(shift)")
            }
        }
    }

    /// Compares (a − b) c with single elements, on all triples of values.
    private func expectDifferenceProducts<F: CoordinateField>(_ values: [F], _ backend: FieldBackend) {
        let (count, operation) = (values.count, ArrayOperation<F>.differenceProduct)
        let blocks = (count * count + 7) / 8
        var arrays = Operands(first: (0..<8 * blocks).map { values[$0 % count] }, backend)
        defer { arrays.deallocate() }
        let b = (0..<8 * blocks).map { values[$0 / count % count] }
        for c in values {
            arrays.set(b, b.map { _ in c })
            arrays.expect(operation, blocks: blocks, "")
        }
    }

    // MARK: Places

    @Test("Every number of blocks, and no more than these", arguments: backends)
    func sizes(backend: FieldBackend) {
        expectAllSizes(BN254Fields.Base.self, backend)
        expectAllSizes(BN254Fields.Fp2.self, backend)
        expectAllSizes(BLS12381Fields.Base.self, backend)
        expectAllSizes(BLS12381Fields.Fp2.self, backend)
    }

    private func expectAllSizes<F: CoordinateField>(_ field: F.Type, _ backend: FieldBackend) {
        var generator = SeededGenerator(seed: 72)
        let room = 34
        let random = (0..<3).map { _ in (0..<8 * room).map { _ in F.random(using: &generator) } }
        var arrays = Operands(first: random[0], backend)
        defer { arrays.deallocate() }
        arrays.set(random[1], random[2])
        for operation in ArrayOperation.all(factor: random[1][5]) {
            for blocks in 0..<room { arrays.expect(operation, blocks: blocks, "\(blocks) blocks") }
        }
    }

    @Test("Elements among others are gathered and scattered by index", arguments: backends)
    func gather(backend: FieldBackend) {
        expectGathering(BN254Fields.Base.self, backend)
        expectGathering(BN254Fields.Fp2.self, backend)
        expectGathering(BLS12381Fields.Base.self, backend)
        expectGathering(BLS12381Fields.Fp2.self, backend)
    }

    private func expectGathering<F: CoordinateField>(_ field: F.Type, _ backend: FieldBackend) {
        var generator = SeededGenerator(seed: 71)
        // 0, whose negative is 0, among them.
        let table = [.zero, .one, -.one] + (0..<97).map { _ in F.random(using: &generator) }
        // Every second element of the table, by a stride of two.
        let stride = 2 * MemoryLayout<F>.stride
        for blocks in 0...5 {
            // 0 twice, with either sign.
            let indices = (0..<8 * blocks).map { UInt32($0 < 2 ? 0 : Int(generator.next() % 50)) }
            let signed = indices.indices.map { indices[$0] | ($0 % 3 == 1 ? 1 << 31 : 0) }
            let values = indices.map { table[2 * Int($0)] }
            let signedValues = signed.map {
                $0 >> 31 == 1 ? -table[2 * Int($0 & ~(1 << 31))] : table[2 * Int($0)]
            }
            let picked = F.Vector(blocks: 5, backend: backend)
            defer { picked.deallocate() }
            table.withUnsafeBytes {
                picked.gatherSigned(from: $0.baseAddress!, stride: stride, at: signed, blocks: blocks)
            }
            #expect(picked.elements(blocks: blocks) == signedValues)
            // Without regard to the sign.
            table.withUnsafeBytes {
                picked.gather(from: $0.baseAddress!, stride: stride, at: signed, blocks: blocks)
            }
            #expect(picked.elements(blocks: blocks) == values)

            picked.setNegative(picked, blocks: blocks)
            var changed = table
            changed.withUnsafeMutableBytes {
                picked.scatter(to: $0.baseAddress!, stride: stride, at: indices, blocks: blocks)
            }
            for index in table.indices {
                let isPicked = index % 2 == 0 && indices.contains(UInt32(index / 2))
                #expect(changed[index] == (isPicked ? -table[index] : table[index]))
            }
            changed = table
            changed.withUnsafeMutableBytes {
                picked.store(to: $0.baseAddress!, stride: stride, blocks: blocks)
            }
            for index in table.indices {
                let isStored = index % 2 == 0 && index / 2 < 8 * blocks
                #expect(changed[index] == (isStored ? -values[index / 2] : table[index]))
            }
        }
    }

    @Test("Elements at any address, any number of bytes apart", arguments: backends)
    func addresses(backend: FieldBackend) {
        expectAnyAddress(BN254Fields.Base.self, backend)
        expectAnyAddress(BN254Fields.Fp2.self, backend)
        expectAnyAddress(BLS12381Fields.Base.self, backend)
        expectAnyAddress(BLS12381Fields.Fp2.self, backend)
    }

    private func expectAnyAddress<F: CoordinateField>(_ field: F.Type, _ backend: FieldBackend) {
        var generator = SeededGenerator(seed: 73)
        let (blocks, size) = (3, MemoryLayout<F>.stride)
        let elements = (0..<8 * blocks).map { _ in F.random(using: &generator) }
        let indices = elements.indices.map { UInt32($0) }
        let vector = F.Vector(blocks: blocks, backend: backend)
        defer { vector.deallocate() }
        for (offset, gap) in [(1, 0), (3, 5), (8, 1), (7, 64)] {
            let stride = size + gap
            let filler = (0..<offset + elements.count * stride).map { UInt8(truncatingIfNeeded: 31 * $0) }
            var expected = filler
            expected.withUnsafeMutableBytes { bytes in
                for (index, element) in elements.enumerated() {
                    bytes.storeBytes(of: element, toByteOffset: offset + index * stride, as: F.self)
                }
            }
            expected.withUnsafeBytes { bytes in
                let start = bytes.baseAddress! + offset
                vector.load(from: start, stride: stride, blocks: blocks)
                #expect(vector.elements(blocks: blocks) == elements)
                vector.gather(from: start, stride: stride, at: indices.reversed(), blocks: blocks)
                #expect(vector.elements(blocks: blocks) == elements.reversed())
                vector.gatherSigned(
                    from: start, stride: stride, at: indices.map { $0 | 1 << 31 }, blocks: blocks)
                #expect(vector.elements(blocks: blocks) == elements.map { -$0 })
            }
            vector.set(elements)
            var written = filler
            written.withUnsafeMutableBytes {
                vector.store(to: $0.baseAddress! + offset, stride: stride, blocks: blocks)
            }
            #expect(written == expected)
            written = filler
            written.withUnsafeMutableBytes {
                vector.scatter(to: $0.baseAddress! + offset, stride: stride, at: indices, blocks: blocks)
            }
            #expect(written == expected)
        }
    }

    @Test("The environment's choice, if the machine can run it, and otherwise the fastest")
    func currentBackend() {
        #expect(FieldBackend.current.isSupported)
        #expect(FieldBackend.portable.isSupported)
        #expect(FieldBackend.allCases.map(\.name) == ["portable", "vector"])
    }
}
