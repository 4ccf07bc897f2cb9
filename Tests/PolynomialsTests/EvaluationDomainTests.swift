import FiniteFields
import Polynomials
import Testing

private typealias F = BN254Fields.Scalar

/// A reproducible sequence of elements; what the tests need is variety, not quality.
private func elements<F: PrimeField>(_ count: Int, seed: Int, of field: F.Type = F.self) -> [F] {
    var state = F(seed) + 7
    return (0..<count).map { index in
        state = state.squared() + F(index)
        return state
    }
}

@Suite struct EvaluationDomainTests {
    @Test(arguments: 0...7)
    func valuesAreThoseOfThePolynomial(logarithm: Int) throws {
        let domain = try #require(EvaluationDomain<F>(logarithm: logarithm))
        let coefficients: [F] = elements(domain.size, seed: logarithm)
        var values = coefficients
        domain.evaluate(&values)
        #expect(values == (0..<domain.size).map { evaluatePolynomial(coefficients, at: domain.point($0)) })

        let shift: F = 11
        var onCoset = coefficients
        domain.evaluate(&onCoset, onCosetOf: shift)
        #expect(
            onCoset
                == (0..<domain.size).map { evaluatePolynomial(coefficients, at: shift * domain.point($0)) })

        values.withUnsafeMutableBufferPointer { domain.extend($0, toCosetOf: shift) }
        #expect(values == onCoset)
    }

    @Test(arguments: 8...14)
    func largeTransformsAgreeWithSampledValues(logarithm: Int) throws {
        let domain = try #require(EvaluationDomain<F>(logarithm: logarithm))
        let coefficients: [F] = elements(domain.size, seed: logarithm)
        var values = coefficients
        domain.evaluate(&values)
        var extended = values
        extended.withUnsafeMutableBufferPointer { domain.extend($0, toCosetOf: 7) }
        for index in [0, 1, 2, 3, domain.size / 2, domain.size / 2 + 1, domain.size - 1, 171] {
            #expect(values[index] == evaluatePolynomial(coefficients, at: domain.point(index)))
            #expect(extended[index] == evaluatePolynomial(coefficients, at: 7 * domain.point(index)))
        }
    }

    @Test(arguments: 0...12)
    func interpolationUndoesEvaluation(logarithm: Int) throws {
        let domain = try #require(EvaluationDomain<F>(logarithm: logarithm))
        let coefficients: [F] = elements(domain.size, seed: logarithm)
        var polynomial = coefficients
        domain.evaluate(&polynomial)
        domain.interpolate(&polynomial)
        #expect(polynomial == coefficients)
        domain.evaluate(&polynomial, onCosetOf: 5)
        domain.interpolate(&polynomial, onCosetOf: 5)
        #expect(polynomial == coefficients)
    }

    @Test(arguments: 0...8)
    func productsOfValuesAreCyclicConvolutions(logarithm: Int) throws {
        let domain = try #require(EvaluationDomain<F>(logarithm: logarithm))
        let (a, b): ([F], [F]) = (elements(domain.size, seed: 1), elements(domain.size, seed: 2))
        var expected = [F](repeating: .zero, count: domain.size)
        for i in a.indices { for j in b.indices { expected[(i + j) % domain.size] += a[i] * b[j] } }
        var (x, y) = (a, b)
        domain.evaluate(&x)
        domain.evaluate(&y)
        var product = zip(x, y).map { $0 * $1 }
        domain.interpolate(&product)
        #expect(product == expected)
    }

    @Test(arguments: 0...12)
    func lagrangeCoefficientsInterpolateAnywhere(logarithm: Int) throws {
        let domain = try #require(EvaluationDomain<F>(logarithm: logarithm))
        let coefficients: [F] = elements(domain.size, seed: 3)
        var values = coefficients
        domain.evaluate(&values)
        for x in [elements(9, seed: 4, of: F.self)[8], .zero, domain.point(1), domain.point(domain.size - 1)]
        {
            let lagrange = domain.lagrangeCoefficients(at: x)
            let sum = zip(values, lagrange).reduce(F.zero) { $0 + $1.0 * $1.1 }
            #expect(sum == evaluatePolynomial(coefficients, at: x))
        }
    }

    @Test func theVanishingPolynomialVanishesOnTheDomainOnly() throws {
        let domain = try #require(EvaluationDomain<F>(logarithm: 5))
        #expect(Set((0..<32).map(domain.point)).count == 32)
        for index in 0..<32 { #expect(domain.vanishingPolynomial(at: domain.point(index)).isZero) }
        #expect(domain.vanishingPolynomial(at: 2) == F(1 << 32) - 1)
    }

    @Test(arguments: [0, 1, 2, 5, 8, 13])
    func theScalarFieldOfBLS12381(logarithm: Int) throws {
        typealias F = BLS12381Fields.Scalar
        let domain = try #require(EvaluationDomain<F>(logarithm: logarithm))
        let coefficients: [F] = elements(domain.size, seed: logarithm)
        var values = coefficients
        domain.evaluate(&values)
        var extended = values
        extended.withUnsafeMutableBufferPointer { domain.extend($0, toCosetOf: 7) }
        for index in Set([0, domain.size / 3, domain.size / 2, domain.size - 1]) {
            #expect(values[index] == evaluatePolynomial(coefficients, at: domain.point(index)))
            #expect(extended[index] == evaluatePolynomial(coefficients, at: 7 * domain.point(index)))
        }
        let lagrange = domain.lagrangeCoefficients(at: 11)
        let sum = zip(values, lagrange).reduce(F.zero) { $0 + $1.0 * $1.1 }
        #expect(sum == evaluatePolynomial(coefficients, at: 11))
        domain.interpolate(&values)
        #expect(values == coefficients)
    }

    @Test func sizes() throws {
        #expect(EvaluationDomain<BLS12381Fields.Scalar>(logarithm: 33) == nil)
        #expect(EvaluationDomain<F>(logarithm: 29) == nil)
        #expect(EvaluationDomain<F>(logarithm: -1) == nil)
        for (count, size) in [(1, 1), (2, 2), (3, 4), (4, 4), (5, 8), (1025, 2048)] {
            #expect(try #require(EvaluationDomain<F>(minimumSize: count)).size == size)
        }
    }
}
