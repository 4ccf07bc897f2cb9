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

    /// Compares every operation with single elements, on all pairs of values; also with the result in place
    /// of an operand.
    private func expectArrayOperations<F: CoordinateField>(_ values: [F], _ backend: FieldBackend) {
        let blocks = (values.count + 7) / 8
        let left = (0..<8 * blocks).map { values[$0 % values.count] }
        let (a, b, r) = (
            F.Vector(left, backend: backend), F.Vector(left, backend: backend),
            F.Vector(left, backend: backend)
        )
        defer { for vector in [a, b, r] { vector.deallocate() } }
        for shift in values.indices {
            let right = (0..<8 * blocks).map { values[($0 + shift) % values.count] }
            b.set(right)
            for operation in ArrayOperation.all(factor: right[0]) {
                let expected = zip(left, right).map(operation.single)
                let label = "\(operation.name) at shift \(shift)"
                operation.set(r, a, b, blocks)
                #expect(r.elements(blocks: blocks) == expected, "\(label)")
                r.set(left)
                operation.set(r, r, b, blocks)
                #expect(r.elements(blocks: blocks) == expected, "\(label), in place of the first")
                r.set(right)
                operation.set(r, a, r, blocks)
                #expect(r.elements(blocks: blocks) == expected, "\(label), in place of the second")
            }
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
        let (left, right, previous) = (random[0], random[1], random[2])
        let (a, b, r) = (
            F.Vector(left, backend: backend), F.Vector(right, backend: backend),
            F.Vector(previous, backend: backend)
        )
        defer { for vector in [a, b, r] { vector.deallocate() } }
        for operation in ArrayOperation.all(factor: right[5]) {
            let results = zip(left, right).map(operation.single)
            for blocks in 0..<room {
                r.set(previous)
                operation.set(r, a, b, blocks)
                let expected = Array(results[..<(8 * blocks)] + previous[(8 * blocks)...])
                #expect(r.elements(blocks: room) == expected, "\(operation.name) of \(blocks) blocks")
            }
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

    @Test("The environment's choice, if the machine can run it, and otherwise the fastest")
    func currentBackend() {
        #expect(FieldBackend.current.isSupported)
        #expect(FieldBackend.portable.isSupported)
        #expect(FieldBackend.allCases.map(\.name) == ["portable", "vector"])
    }
}
