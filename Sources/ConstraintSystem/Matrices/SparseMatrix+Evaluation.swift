import FiniteFields

extension SparseMatrix {
    /// Returns `2^shift` times the value of a row over the integers, or nil where the row or one of its
    /// wires is not made of small integers.
    @inline(__always)
    func numerator(_ row: Int, _ witness: WitnessView<F>) -> Int128? {
        guard shifts[row] >= 0 else { return nil }
        let terms = rowStarts[row]..<rowStarts[row + 1]
        return wires.withUnsafeBufferPointer { wires in
            integers.withUnsafeBufferPointer { integers in
                var sum: Int128 = 0
                var index = terms.lowerBound
                while index < terms.upperBound {
                    let value = witness.integers[Int(wires[index])]
                    if value == SmallInteger.none { return nil }
                    let product = integers[index].multipliedFullWidth(by: value)
                    sum &+= Int128(product.high) << 64 | Int128(product.low)
                    index += 1
                }
                return sum
            }
        }
    }

    /// Returns the value of a row.
    @inline(__always)
    func value(_ row: Int, _ witness: WitnessView<F>) -> F {
        guard let numerator = numerator(row, witness) else { return fieldValue(row, witness) }
        if numerator == 0 { return .zero }
        let element = Int(exactly: numerator).map { F($0) } ?? F(numerator)
        return shifts[row] == 0 ? element : element * inversePowers[Int(shifts[row])]
    }

    /// Returns the value of a row as a signed integer, or nil where that needs more than 127 bits.
    @inline(__always)
    func signedInteger(_ row: Int, _ witness: WitnessView<F>) -> Int128? {
        // In a large field an integer below 2^126 is its own signed representative.
        if F.modulusBitCount > 128, let numerator = numerator(row, witness) {
            let shift = Int128(shifts[row])
            if numerator & ((1 << shift) - 1) == 0 { return numerator >> shift }
        }
        return value(row, witness).signedRepresentative
    }

    /// Returns the value of a row, computed in the field term by term.
    @inline(__always)
    private func fieldValue(_ row: Int, _ witness: WitnessView<F>) -> F {
        var sum = F.zero
        for index in rowStarts[row]..<rowStarts[row + 1] {
            let wire = Int(wires[index])
            switch witness.integers[wire] {
            case 0: continue
            case 1: sum += coefficients[index]
            default: sum += coefficients[index] * witness.values[wire]
            }
        }
        return sum
    }
}
