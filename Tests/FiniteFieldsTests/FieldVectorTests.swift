import FiniteFields
import TestSupport
import Testing

@Suite("Arrays of field elements")
struct FieldVectorTests {
    static let backends = FieldBackend.allCases.filter(\.isSupported)

    @Test("BN254 base field", arguments: backends)
    func baseField(backend: FieldBackend) {
        expectArrayOperations(edgeValues(BN254Fields.Base.self), backend)
    }

    @Test("BN254 scalar field", arguments: backends)
    func scalarField(backend: FieldBackend) {
        expectArrayOperations(edgeValues(BN254Fields.Scalar.self), backend)
    }

    @Test("BN254 quadratic extension", arguments: backends)
    func quadraticExtension(backend: FieldBackend) {
        let values = edgeValues(BN254Fields.Base.self)
        expectArrayOperations(
            values.indices.map { BN254Fields.Fp2(values[$0], values[($0 * 7 + 3) % values.count]) }, backend)
    }

    @Test("The largest prime that lanes of five limbs are made for, and a small one", arguments: backends)
    func extremePrimes(backend: FieldBackend) {
        expectArrayOperations(edgeValues(Fp<LargestParameters>.self), backend)
        expectArrayOperations(edgeValues(Fp<SmallParameters>.self), backend)
    }

    /// 0, 1, p − 1 and their neighbours in Montgomery representation and outside of it; limbs of 52 and of
    /// 64 bits at their limits; random ones.
    private func edgeValues<Parameters>(_ field: Fp<Parameters>.Type) -> [Fp<Parameters>]
    where Parameters.Limbs == Limbs4 {
        var generator = SeededGenerator(seed: 70)
        let p = Parameters.modulus
        var limbs = [Limbs4(0), Limbs4(1), Limbs4(2)].flatMap { [$0, .subtract(.zero, $0, modulus: p)] }
        for width in [52, 64] {
            for mask in 0..<32 {
                var words: [UInt64] = [0, 0, 0, 0]
                for bit in 0..<256 where mask >> (bit / width) & 1 == 1 {
                    words[bit / 64] |= 1 << UInt64(bit % 64)
                }
                while !(Limbs4(words: words) < p) { words = words.shiftedRight(by: 1) }
                limbs.append(Limbs4(words: words))
            }
        }
        let one = Fp<Parameters>.one
        return limbs.map { Fp(uncheckedMontgomery: $0) } + [one, -one, one.doubled()]
            + (0..<40).map { _ in Fp(Int(generator.next() >> 1)).power(9) }
    }

    /// Compares every operation with single elements, on all pairs of values.
    private func expectArrayOperations<F: CoordinateField>(_ values: [F], _ backend: FieldBackend) {
        let count = (values.count + 7) / 8 * 8
        let left = (0..<count).map { values[$0 % values.count] }
        for shift in values.indices {
            let right = (0..<count).map { values[($0 + shift) % values.count] }
            let a = vector(left, backend)
            let b = vector(right, backend)
            let r = F.Vector(blocks: count / 8, backend: backend)
            defer { for vector in [a, b, r] { vector.deallocate() } }
            func expect(_ expected: [F], _ operation: String) {
                #expect(elements(r, count: count) == expected, "\(operation) at shift \(shift)")
            }
            let blocks = count / 8
            r.setSum(a, b, blocks: blocks)
            expect(zip(left, right).map { $0 + $1 }, "+")
            r.setDifference(a, b, blocks: blocks)
            expect(zip(left, right).map { $0 - $1 }, "-")
            r.setProduct(a, b, blocks: blocks)
            expect(zip(left, right).map { $0 * $1 }, "*")
            r.setMultiple(a, by: right[0], blocks: blocks)
            expect(left.map { $0 * right[0] }, "scale")
            r.setSquare(b, blocks: blocks)
            expect(right.map { $0.squared() }, "square")
            r.setNegative(b, blocks: blocks)
            expect(right.map { -$0 }, "negate")
            // The result in place of an operand.
            r.setNegative(r, blocks: blocks)
            r.setProduct(r, a, blocks: blocks)
            r.setSquare(r, blocks: blocks)
            r.setMultiple(r, by: left[0], blocks: blocks)
            r.setSum(r, r, blocks: blocks)
            r.setDifference(b, r, blocks: blocks)
            expect(
                zip(left, right).map { $1 - (($1 * $0).squared() * left[0]).doubled() }, "in place")
        }
    }

    private func vector<F: CoordinateField>(_ elements: [F], _ backend: FieldBackend) -> F.Vector {
        let vector = F.Vector(blocks: elements.count / 8, backend: backend)
        elements.withUnsafeBytes {
            vector.load(
                from: $0.baseAddress!, stride: MemoryLayout<F>.stride, blocks: elements.count / 8)
        }
        return vector
    }

    private func elements<V: FieldVector>(_ vector: V, count: Int) -> [V.Element] {
        (0..<count / 8).flatMap { vector.advanced(byBlocks: $0).firstBlock() }
    }

    @Test("Every number of blocks, and no more than these", arguments: backends)
    func sizes(backend: FieldBackend) {
        typealias F = BN254Fields.Base
        let sevens = [F](repeating: 7, count: 34 * 8)
        for blocks in 0...33 {
            let values = vector(sevens, backend)
            defer { values.deallocate() }
            values.setProduct(values, values, blocks: blocks)
            values.setSum(values, values, blocks: blocks)
            let expected = [F](repeating: 98, count: blocks * 8) + sevens.dropFirst(blocks * 8)
            #expect(elements(values, count: sevens.count) == expected)
        }
    }

    @Test("Elements among others are gathered and scattered by index", arguments: backends)
    func gather(backend: FieldBackend) {
        var generator = SeededGenerator(seed: 71)
        typealias F = BN254Fields.Fp2
        let table = (0..<100).map { _ in F.random(using: &generator) }
        let indices: [UInt32] = [99, 0, 5, 5, 17, 42, 63, 1, 2, 3, 98, 50, 51, 52, 53, 54]
        let picked = F.Vector(blocks: 2, backend: backend)
        defer { picked.deallocate() }
        // Every second element of the table, by a stride of two.
        let stride = 2 * MemoryLayout<F>.stride
        let halves = indices.map { $0 / 2 }
        table.withUnsafeBytes { picked.gather(from: $0.baseAddress!, stride: stride, at: halves, blocks: 2) }
        #expect(elements(picked, count: 16) == halves.map { table[2 * Int($0)] })
        picked.setNegative(picked, blocks: 2)
        var changed = table
        changed.withUnsafeMutableBytes {
            picked.scatter(to: $0.baseAddress!, stride: stride, at: halves, blocks: 2)
        }
        for index in table.indices {
            let isPicked = index % 2 == 0 && halves.contains(UInt32(index / 2))
            #expect(changed[index] == (isPicked ? -table[index] : table[index]))
        }
        changed.withUnsafeMutableBytes { picked.store(to: $0.baseAddress!, stride: stride, blocks: 2) }
        #expect((0..<16).map { changed[2 * $0] } == halves.map { -table[2 * Int($0)] })
    }

    @Test("The environment's choice, if the machine can run it, and otherwise the fastest")
    func currentBackend() {
        #expect(FieldBackend.current.isSupported)
        #expect(FieldBackend.portable.isSupported)
        #expect(FieldBackend.allCases.map(\.name) == ["portable", "vector"])
    }
}

/// 2^255 − 19.
private enum LargestParameters: PrimeFieldParameters {
    static var modulus: Limbs4 { Limbs4(.max - 18, .max, .max, .max >> 1) }
    static var modulusBitCount: Int { 255 }
    static var inverse: UInt64 { 0x86bc_a1af_286b_ca1b }
    static var montgomeryOne: Limbs4 { Limbs4(38) }
    static var montgomeryRSquared: Limbs4 { Limbs4(38 * 38) }
    static var nonResidue: Int { 2 }
}

/// 97: 2^256 = 61 and 2^512 = 35 modulo 97.
private enum SmallParameters: PrimeFieldParameters {
    static var modulus: Limbs4 { Limbs4(97) }
    static var modulusBitCount: Int { 7 }
    static var inverse: UInt64 { 0x5c5f_02a3_a0fd_5c5f }
    static var montgomeryOne: Limbs4 { Limbs4(61) }
    static var montgomeryRSquared: Limbs4 { Limbs4(35) }
    static var nonResidue: Int { 5 }
}
