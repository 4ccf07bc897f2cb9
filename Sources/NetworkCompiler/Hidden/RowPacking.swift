import FiniteFields
import Gadgets

/// Chooses which rows of a layer share their products.
///
/// Follows from public facts only: which weights survive, and windows.
struct RowPacking {
    /// A row that may be packed.
    struct Row: Hashable, Sendable {
        /// The inputs with a weight that survives, ascending.
        let columns: [Int]
        /// The window of the sum.
        let window: ClosedRange<Int128>
        /// Whether the rectifier behind the row, or the verifier of a public logit, checks that window. Otherwise a
        /// pack has to.
        let isChecked: Bool
        let target: PackedDigit.Target

        var width: Int { max(1, Window.bitCount(window.upperBound - window.lowerBound)) }
        /// The constraints that checking the window takes.
        var checkCost: Int { isChecked ? 0 : width }
    }

    private let rows: [(index: Int, row: Row)]
    private let masks: [ColumnSet]
    /// The bits that fit below the modulus.
    private let capacity: Int

    /// - Parameter rows: by row of the layer; nil for one that nobody reads.
    init<F: PrimeField>(_ rows: [Row?], in field: F.Type) {
        self.rows = rows.enumerated().compactMap { index, row in row.map { (index, $0) } }
        masks = self.rows.map { ColumnSet($0.row.columns) }
        capacity = F.modulusBitCount - 1
    }

    /// Returns packs that cost no more than single rows do, and as little as a greedy search finds.
    ///
    /// Starts a pack with the row of most weights, and adds again and again the row that saves most, whose mask
    /// agrees best, until no more fit; then keeps as many of them as pay.
    ///
    /// - Complexity: O(rows² · inputs / 64) for each pack.
    func packs(_ products: CompileOptions.Products) -> [RowPack] {
        var packs: [[Int]] = []
        var left = Array(rows.indices)
        while !left.isEmpty {
            let pack = products == .plain ? [left[0]] : bestPack(of: left, anyPrice: products == .packed)
            packs.append(pack)
            left.removeAll(where: pack.contains)
        }
        return packs.map(pack).sorted { $0.rows[0] < $1.rows[0] }
    }

    private func bestPack(of candidates: [Int], anyPrice: Bool) -> [Int] {
        let seed = candidates.max { (masks[$0].count, $1) < (masks[$1].count, $0) }!
        var pack = [seed]
        var union = masks[seed]
        var width = rows[seed].row.width
        var plainCost = masks[seed].count
        var checkCost = rows[seed].row.checkCost
        var best = (count: 1, saving: 0)
        var left = candidates.filter { $0 != seed }
        while true {
            // What joining costs: new products and a check; the widest of equal ones first, it is hardest to place.
            let next =
                left
                .filter { width + rows[$0].row.width <= capacity }
                .map { candidate -> (index: Int, key: (Int, Int, Int)) in
                    let row = rows[candidate].row
                    let saving = masks[candidate].count - union.missing(of: masks[candidate]) - row.checkCost
                    return (candidate, (saving, row.width, -candidate))
                }
                .max { $0.key < $1.key }?.index
            guard let next else { break }
            plainCost += masks[next].count
            checkCost += rows[next].row.checkCost
            union.formUnion(masks[next])
            width += rows[next].row.width
            pack.append(next)
            left.removeAll { $0 == next }
            let saving = plainCost - max(1, union.count) - checkCost
            if anyPrice || saving > best.saving { best = (pack.count, saving) }
        }
        return Array(pack.prefix(best.count))
    }

    private func pack(_ members: [Int]) -> RowPack {
        let members = members.sorted()
        var columns = ColumnSet([])
        for member in members { columns.formUnion(masks[member]) }
        var offset = 0
        var digits: [PackedDigit] = []
        for member in members where members.count > 1 {
            let row = rows[member].row
            digits.append(
                PackedDigit(
                    offset: offset, width: row.width, lowest: row.window.lowerBound, target: row.target))
            offset += row.width
        }
        return RowPack(
            rows: members.map { rows[$0].index }, columns: columns.elements, digits: digits,
            unchecked: digits.indices.filter { !rows[members[$0]].row.isChecked })
    }
}

/// A set of inputs.
private struct ColumnSet {
    private var words: [UInt64] = []

    init(_ columns: [Int]) {
        words = Array(repeating: 0, count: ((columns.max() ?? -1) + 64) / 64)
        for column in columns { words[column / 64] |= 1 << UInt64(column % 64) }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    var elements: [Int] {
        words.indices.flatMap { word in
            (0..<64).filter { words[word] >> UInt64($0) & 1 == 1 }.map { word * 64 + $0 }
        }
    }

    /// The number of elements of the other set that are not in this one.
    func missing(of other: ColumnSet) -> Int {
        other.words.enumerated().reduce(0) { total, entry in
            let own = entry.offset < words.count ? words[entry.offset] : 0
            return total + (entry.element & ~own).nonzeroBitCount
        }
    }

    mutating func formUnion(_ other: ColumnSet) {
        if words.count < other.words.count {
            words += Array(repeating: 0, count: other.words.count - words.count)
        }
        for index in other.words.indices { words[index] |= other.words[index] }
    }
}
