import FiniteFields

extension LinearCombination {
    /// Returns `Σ factor · combination`.
    ///
    /// With T terms in all: T multiplications, and O(T) additions where the wires lie close together,
    /// O(T log k) for k combinations where they do not. Never grows with the wires of the circuit.
    public static func sum(of summands: [(F, LinearCombination)]) -> LinearCombination {
        sum(ofSummands: summands)
    }

    /// Returns the combination of these terms, which may come in any order and name wires repeatedly.
    public static func sum(ofTerms terms: some Sequence<Term>) -> LinearCombination {
        var merged: [Term] = []
        for term in terms.sorted(by: { $0.wire < $1.wire }) {
            if let last = merged.last, last.wire == term.wire {
                merged[merged.count - 1].coefficient += term.coefficient
            } else {
                merged.append(term)
            }
        }
        return Self(uncheckedTerms: merged.filter { !$0.coefficient.isZero })
    }

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    static func sum(ofSummands summands: [(F, LinearCombination)]) -> LinearCombination {
        let termCount = summands.reduce(0) { $0 + $1.1.terms.count }
        // The constant is wire 0 and takes part in nearly every sum: it does not count for the distance.
        var lowest = UInt32.max
        var highest: UInt32 = 0
        for (_, combination) in summands {
            guard let last = combination.terms.last, last.wire != .one else { continue }
            let first = combination.terms[combination.terms[0].wire == .one ? 1 : 0]
            lowest = min(lowest, first.wire.index)
            highest = max(highest, last.wire.index)
        }
        let span = highest < lowest ? 0 : Int(highest - lowest) + 1
        if span <= 4 * termCount {
            return denseSum(of: summands, lowest: Int(lowest), span: span)
        }
        return mergedSum(of: summands[...])
    }

    /// Adds up in an array with one place per wire of the range.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    private static func denseSum(
        of summands: [(F, LinearCombination)], lowest: Int, span: Int
    ) -> LinearCombination {
        var constant = F.zero
        var sums = [F](repeating: .zero, count: span)
        sums.withUnsafeMutableBufferPointer { sums in
            for (factor, combination) in summands where !factor.isZero {
                let isOne = factor == .one
                combination.terms.withUnsafeBufferPointer { terms in
                    for term in terms {
                        let product = isOne ? term.coefficient : factor * term.coefficient
                        if term.wire == .one {
                            constant += product
                        } else {
                            sums[Int(term.wire.index) - lowest] += product
                        }
                    }
                }
            }
        }
        var terms: [Term] = constant.isZero ? [] : [Term(.one, constant)]
        terms.reserveCapacity(sums.count + 1)
        for (offset, sum) in sums.enumerated() where !sum.isZero {
            terms.append(Term(Wire(lowest + offset), sum))
        }
        return Self(uncheckedTerms: terms)
    }

    /// Adds up by a balanced tree of merges.
    private static func mergedSum(of summands: ArraySlice<(F, LinearCombination)>) -> LinearCombination {
        switch summands.count {
        case 0: return Self()
        case 1: return summands.first!.1.scaled(by: summands.first!.0)
        default:
            let middle = summands.startIndex + summands.count / 2
            return mergedSum(of: summands[..<middle]) + mergedSum(of: summands[middle...])
        }
    }
}
