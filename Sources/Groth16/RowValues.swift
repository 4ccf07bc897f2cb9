import ConstraintSystem
import EllipticCurves
import FiniteFields
import Polynomials

/// Aw and Bw on the points of the domain: rows of constraints, then those of public wires, then zeros.
struct RowValues<F: PrimeField>: ~Copyable {
    private var a: SecretBuffer<F>
    private var b: SecretBuffer<F>
    private let constraintCount: Int

    init<Curve: PairingCurve>(
        _ witness: borrowing Witness<F>, _ matrixA: SparseMatrix<F>, _ matrixB: SparseMatrix<F>,
        _ key: ProvingKey<Curve>
    ) throws(ProvingError) where Curve.ScalarField == F {
        guard witness.count == key.wireCount, matrixA.fits(key), matrixB.fits(key) else {
            throw .sizesDiffer
        }
        guard witness[.one] == .one else { throw .constantIsNotOne }
        constraintCount = key.constraintCount
        a = SecretBuffer(repeating: .zero, count: key.domainSize)
        b = SecretBuffer(repeating: .zero, count: key.domainSize)
        a.withUnsafeMutableBufferPointer { matrixA.multiply(witness, into: $0) }
        b.withUnsafeMutableBufferPointer { matrixB.multiply(witness, into: $0) }
        for wire in 0...key.publicCount { a[constraintCount + wire] = witness[Wire(wire)] }
    }

    /// Takes over values that were computed elsewhere, those of public wires included.
    init<Curve: PairingCurve>(
        _ witness: borrowing Witness<F>, a: consuming SecretBuffer<F>, b: consuming SecretBuffer<F>,
        _ key: ProvingKey<Curve>
    ) throws(ProvingError) where Curve.ScalarField == F {
        guard witness.count == key.wireCount, a.count == key.domainSize, b.count == key.domainSize else {
            throw .sizesDiffer
        }
        guard witness[.one] == .one else { throw .constantIsNotOne }
        constraintCount = key.constraintCount
        self.a = a
        self.b = b
    }

    /// - Throws: unless Aw ∘ Bw = Cw.
    func check(
        equalProductsWith matrixC: SparseMatrix<F>, _ witness: borrowing Witness<F>
    ) throws(ProvingError) {
        guard matrixC.rowCount == constraintCount, matrixC.wires.allSatisfy({ $0 < witness.count }) else {
            throw .sizesDiffer
        }
        let c = matrixC.product(with: witness)
        let violated = a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                c.withUnsafeBufferPointer { firstDifference(of: $0, fromProductsOf: a, b) }
            }
        }
        if let violated { throw .unsatisfied(constraint: violated) }
    }

    /// Returns (A·B − C)(ω_2N^(2i+1)) for every i < N, where A, B and C interpolate Aw, Bw and their products.
    ///
    /// A·B − C is h·t with t = X^N − 1, so these values are the coordinates of h·t in the basis of the key's
    /// `h`; a division by t, which is −2 on all these points, never takes place.
    consuming func quotientValues() -> SecretBuffer<F> {
        let n = a.count
        guard let domain = EvaluationDomain<F>(minimumSize: n) else {
            preconditionFailure("a key's domain exists")
        }
        let shift = F.rootOfUnity(ofOrderTwoToThe: domain.logarithm + 1)
        var c = SecretBuffer<F>(repeating: .zero, count: n)
        c.withUnsafeMutableBufferPointer { c in
            a.withUnsafeMutableBufferPointer { a in
                b.withUnsafeMutableBufferPointer { b in
                    multiply(a, b, into: c)
                    domain.extend(a, toCosetOf: shift)
                    domain.extend(b, toCosetOf: shift)
                    domain.extend(c, toCosetOf: shift)
                    replaceByProductDifference(c, a, b)
                }
            }
        }
        return c
    }
}

extension SparseMatrix {
    fileprivate func fits<Curve: PairingCurve>(_ key: ProvingKey<Curve>) -> Bool {
        rowCount == key.constraintCount && wires.allSatisfy { $0 < key.wireCount }
    }
}

/// How many rows are worth a thread.
private let partLength = 4096

@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func multiply<F: PrimeField>(
    _ a: UnsafeMutableBufferPointer<F>, _ b: UnsafeMutableBufferPointer<F>,
    into c: UnsafeMutableBufferPointer<F>
) {
    forEachPart(of: c.count, length: partLength) { part in
        for index in part { c[index] = a[index] * b[index] }
    }
}

/// Returns the first index where c is not ab, of those that c has.
@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func firstDifference<F: PrimeField>(
    of c: UnsafeBufferPointer<F>, fromProductsOf a: UnsafeBufferPointer<F>, _ b: UnsafeBufferPointer<F>
) -> Int? {
    let partCount = (c.count + partLength - 1) / partLength
    return withUnsafeTemporaryAllocation(of: Int?.self, capacity: partCount) { results in
        forEachPart(of: c.count, length: partLength) { part in
            results.initializeElement(
                at: part.lowerBound / partLength, to: part.first { a[$0] * b[$0] != c[$0] })
        }
        return results.lazy.compactMap { $0 }.first
    }
}

/// Replaces c by ab − c.
@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func replaceByProductDifference<F: PrimeField>(
    _ c: UnsafeMutableBufferPointer<F>, _ a: UnsafeMutableBufferPointer<F>,
    _ b: UnsafeMutableBufferPointer<F>
) {
    forEachPart(of: c.count, length: partLength) { part in
        for index in part { c[index] = a[index] * b[index] - c[index] }
    }
}
