import FiniteFields

extension FieldPolynomial {
    /// All roots in the field, each once; none for a constant.
    ///
    /// Cantor and Zassenhaus, 1981: X^p − X is the product of X − a over all a of the field, so its greatest common
    /// divisor with the polynomial holds all roots once. Half of the elements are squares, and (X + s)^((p − 1) / 2)
    /// − 1 has as its roots those a for which a + s is one: shifts s = 0, 1, … separate any two roots.
    var roots: [F] {
        guard degree > 0 else { return [] }
        let x = Self([.zero, .one])
        let all = (x.power(F.modulusWords, modulo: self) - x).greatestCommonDivisor(with: self)
        return all.separatedRoots(from: 0)
    }

    /// The roots of a product of different linear factors.
    private func separatedRoots(from shift: Int) -> [F] {
        guard degree > 1 else { return degree == 1 ? [-monic.coefficients[0]] : [] }
        var exponent = F.modulusWords
        exponent[0] -= 1
        for index in exponent.indices {
            exponent[index] >>= 1
            if index + 1 < exponent.count { exponent[index] |= exponent[index + 1] << 63 }
        }
        var shift = shift
        while true {
            let power = Self([F(shift), .one]).power(exponent, modulo: self)
            let part = (power - Self([.one])).greatestCommonDivisor(with: self)
            shift += 1
            if part.degree > 0, part.degree < degree {
                let (rest, _) = quotientAndRemainder(dividingBy: part)
                return part.separatedRoots(from: shift) + rest.separatedRoots(from: shift)
            }
        }
    }
}
