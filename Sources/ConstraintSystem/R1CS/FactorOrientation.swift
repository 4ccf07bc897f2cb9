/// Chooses for every constraint a · b = c which factor goes to matrix A and which to B.
///
/// **Price.** A proof of Groth16 pays once for each wire that occurs in a matrix, however often it does: a
/// multiplication in G1 for A, one in G1 and one in G2, worth three, for B. So a wire of A costs 1 and a
/// wire of B costs 4. The constant and the wires that the verifier knows are in A whatever is chosen,
/// because the setup appends a row for each; the constant counts as being in B too, where booleans and
/// linear rows take it anyway. The number of terms of A and B together is the same for every choice.
///
/// **What there is to choose.** The quadratic part of a row is a product of two linear forms, and
/// polynomials factor in one way: apart from constant factors and summands, which C takes up, only the
/// order is free. So b has a place in B in every form of b(b − 1) = 0, and so have the wires of M and t in
/// that of (M − t)(M + t) = 0. More generally, rows whose factors are linearly independent modulo
/// constants need as many wires in B as there are rows: n independent bits cannot do with fewer than n,
/// whatever wires express them.
///
/// **Choice.** With a single wire on each side this is the least vertex cover of a graph, so NP-hard in
/// general. First, wires on both sides of some row are in both matrices already and count no more. Then
/// the price of every other wire is divided among the rows that still have it, and each row takes the
/// order in which its own shares are lower: a pixel that meets a hundred weights is cheap for each of its
/// rows. Lastly, single rows are exchanged where that lowers the price of the whole, in a few passes. The
/// result never costs more than the order as written; it depends on nothing but the rows and is linear in
/// the number of terms.
struct FactorOrientation {
    /// A row that has a choice, as positions in `wires` of those that are not in both matrices already.
    private struct Row {
        let constraint: Int
        let a: Range<Int>
        let b: Range<Int>
    }

    /// The price of one more wire.
    private static let price = (a: 1, b: 4)
    /// Passes over all rows, each of which exchanges single ones: keeps the time linear.
    private static let passLimit = 4

    private let constraintCount: Int
    private var rows: [Row] = []
    private var wires: [Int] = []
    /// Whether a wire is in a matrix for whatever choice.
    private var isSettled: (a: [Bool], b: [Bool])

    /// - Parameters:
    ///   - wireCount: all wires, the constant included.
    ///   - publicCount: the wires that the verifier knows, without the constant.
    init(a: WireLists, b: WireLists, wireCount: Int, publicCount: Int) {
        constraintCount = a.count
        isSettled.a = (0..<wireCount).map { $0 <= publicCount }
        isSettled.b = (0..<wireCount).map { $0 == 0 }
        for constraint in 0..<constraintCount {
            for wire in Self.intersection(a[constraint], b[constraint]) {
                isSettled.a[wire] = true
                isSettled.b[wire] = true
            }
        }
        for constraint in 0..<constraintCount {
            let row = Row(
                constraint: constraint, a: appendUnsettled(a[constraint]), b: appendUnsettled(b[constraint]))
            if !row.a.isEmpty || !row.b.isEmpty { rows.append(row) }
        }
    }

    private mutating func appendUnsettled(_ candidates: ArraySlice<UInt32>) -> Range<Int> {
        let start = wires.count
        for wire in candidates.lazy.map(Int.init) where !(isSettled.a[wire] && isSettled.b[wire]) {
            wires.append(wire)
        }
        return start..<wires.count
    }

    /// The common elements of two ascending lists.
    private static func intersection(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> [Int] {
        var common: [Int] = []
        var next = right.startIndex
        for wire in left {
            while next < right.endIndex, right[next] < wire { next += 1 }
            if next < right.endIndex, right[next] == wire { common.append(Int(wire)) }
        }
        return common
    }
}

extension FactorOrientation {
    /// Returns the constraints whose factors are to be exchanged.
    func exchangedConstraints() -> [Int] {
        let written = improved([Bool](repeating: false, count: rows.count))
        let shared = improved(sharedChoice())
        let choice = written.price < shared.price ? written.choice : shared.choice
        return zip(rows, choice).filter(\.1).map(\.0.constraint)
    }

    /// Whether each row is exchanged if it looks at its shares of all prices.
    private func sharedChoice() -> [Bool] {
        var rowCounts = [Int](repeating: 0, count: isSettled.a.count)
        for wire in wires { rowCounts[wire] += 1 }
        // Integers, so that the choice is the same on every machine.
        func shares(_ positions: Range<Int>, _ price: Int, _ isSettled: [Bool]) -> Int {
            wires[positions].reduce(0) { $0 + (isSettled[$1] ? 0 : (price << 32) / rowCounts[$1]) }
        }
        return rows.map { row in
            let written = shares(row.a, Self.price.a, isSettled.a) + shares(row.b, Self.price.b, isSettled.b)
            let other = shares(row.b, Self.price.a, isSettled.a) + shares(row.a, Self.price.b, isSettled.b)
            return other < written
        }
    }

    /// Returns the choice after the exchange of single rows that lower the price, and the price that is
    /// not settled.
    private func improved(_ start: [Bool]) -> (choice: [Bool], price: Int) {
        var choice = start
        var (inA, inB) = rowCounts(choice)
        for _ in 0..<Self.passLimit {
            var hasChanged = false
            for (index, row) in rows.enumerated() {
                let (a, b) = choice[index] ? (row.b, row.a) : (row.a, row.b)
                var difference = 0
                for wire in wires[a] {
                    if inA[wire] == 1 { difference -= Self.price.a }
                    if inB[wire] == 0 { difference += Self.price.b }
                }
                for wire in wires[b] {
                    if inB[wire] == 1 { difference -= Self.price.b }
                    if inA[wire] == 0 { difference += Self.price.a }
                }
                guard difference < 0 else { continue }
                for wire in wires[a] { (inA[wire], inB[wire]) = (inA[wire] - 1, inB[wire] + 1) }
                for wire in wires[b] { (inA[wire], inB[wire]) = (inA[wire] + 1, inB[wire] - 1) }
                choice[index].toggle()
                hasChanged = true
            }
            if !hasChanged { break }
        }
        let price = Self.price.a * inA.count { $0 > 0 } + Self.price.b * inB.count { $0 > 0 }
        return (choice, price)
    }

    /// How many rows hold a wire in A and in B, and one more where that is settled.
    private func rowCounts(_ choice: [Bool]) -> (a: [Int], b: [Int]) {
        var inA = isSettled.a.map { $0 ? 1 : 0 }
        var inB = isSettled.b.map { $0 ? 1 : 0 }
        for (row, isExchanged) in zip(rows, choice) {
            for wire in wires[isExchanged ? row.b : row.a] { inA[wire] += 1 }
            for wire in wires[isExchanged ? row.a : row.b] { inB[wire] += 1 }
        }
        return (inA, inB)
    }
}
